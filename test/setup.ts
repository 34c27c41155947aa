import type { TestProject } from 'vitest/node'
import { migrate } from '../server/platform/migrate.ts'
import { createDatabase, databaseName, dropDatabase, scratchServer } from './scratch.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: string
    template: string
  }
}

/** Once for the whole run: a server, and on it a migrated database that every test file copies. */
export default async function setup(project: TestProject) {
  const server = await scratchServer()
  const template = await createDatabase(server.url)
  await migrate(template)
  project.provide('server', server.url)
  project.provide('template', databaseName(template))
  return async () => {
    await dropDatabase(server.url, template)
    await server.stop()
  }
}
