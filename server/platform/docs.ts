type Operation = { summary?: string; description?: string; tags?: string[] }
type Spec = { info?: { title?: string; description?: string }; paths?: Record<string, unknown> }

const escaped = (s: string) => s.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

/** The API to read: one table, no scripts, from the same contract that programs use. */
export function docsPage(spec: Spec): string {
  const rows = Object.entries(spec.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(
      ([method, o]) =>
        `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${escaped(path)}</code></td><td>${escaped(o.summary ?? '')}</td><td lang="en">${escaped(o.description ?? '')}</td></tr>`,
    ),
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Linli 邻里 API</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fdfcf9}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ddd}</style>
<h1>${escaped(spec.info?.title ?? '')} API</h1><p lang="en">${escaped(spec.info?.description ?? '')}
The whole contract, for programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).
Every request that changes something carries an <code>Idempotency-Key</code> header; a refusal is
<code>{code, message, field?, problems?}</code> with the message in Chinese.</p>
<table><thead><tr><th lang="en">Method</th><th lang="en">Address</th><th>说明</th><th lang="en">What it does</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></html>`
}
