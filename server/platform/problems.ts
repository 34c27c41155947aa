import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { maskNumbers } from './numbers.ts'
import { Refusal } from './refusal.ts'

/** Fastify's own refusals, in Chinese. */
const words: Record<string, string> = {
  FST_ERR_CTP_BODY_TOO_LARGE: '提交的内容太大',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: '请求的内容类型（Content-Type）不支持，请用 application/json',
  FST_ERR_CTP_INVALID_JSON_BODY: '请求正文不是正确的 JSON',
  FST_ERR_CTP_EMPTY_JSON_BODY: '请求正文是空的',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: '请求正文长度与 Content-Length 不符',
  FST_ERR_BAD_URL: '地址的写法不对',
  FST_ERR_MAX_PARAM_LENGTH: '地址太长',
  FST_REQ_FILE_TOO_LARGE: '文件太大，最大 10 MB',
  FST_FILES_LIMIT: '一次只能上传一个文件',
  FST_PARTS_LIMIT: '上传的内容太多',
  FST_INVALID_MULTIPART_CONTENT_TYPE: '请以表单（multipart/form-data）上传文件',
}

/** Refusals say what is wrong; a bug says only that it is ours, and leaves a trace in the log. */
export function answerError(error: FastifyError | Refusal, req: FastifyRequest, reply: FastifyReply) {
  if (error instanceof Refusal) {
    // What somebody typed into the wrong place is not said back to whoever looks over their shoulder.
    const problems = error.problems?.map((p) => ({ field: maskNumbers(p.field), message: maskNumbers(p.message) }))
    return reply.code(error.status).send({
      code: error.code,
      message: maskNumbers(error.message),
      field: error.field && maskNumbers(error.field),
      problems,
      see: error.see,
    })
  }
  if (error.statusCode && error.statusCode < 500)
    return reply.code(error.statusCode).send({ code: error.code, message: words[error.code] ?? '请求的格式不对' })
  const pg = (error as { code?: string }).code
  // A message of the database may hold what somebody typed.
  const [message, stack] = [maskNumbers(error.message), maskNumbers(error.stack ?? '')]
  req.log.error({ err: { name: error.name, message, stack, code: pg } }, 'bug')
  // The database is away or stopping, out of connections or of disk: nothing was written, try again.
  if (pg && /^(08|53|57P|55P03|57014)/.test(pg))
    return reply.code(503).send({ code: 'busy', message: '系统正忙，请稍后再试；您的内容没有丢失' })
  return reply.code(500).send({ code: 'bug', message: '系统出错了，我们已记录；您填写的内容没有提交' })
}
