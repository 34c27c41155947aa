const loopback = /^(localhost|::1|127(\.\d{1,3}){3})$/

/**
 * Is this the demo, whose people anyone signs in as with one click? Left unsaid only where no harm can come of it: on
 * the embedded database, reached from this machine alone. Elsewhere a setting forgotten must not open a district.
 */
export function isDemo(env: { LINLI_DEMO?: string; DATABASE_URL?: string; HOST?: string }): boolean {
  if (env.LINLI_DEMO) return env.LINLI_DEMO === '1'
  return !env.DATABASE_URL && (!env.HOST || loopback.test(env.HOST))
}
