/** Whose posts may read figures; the server says the same (server/indicator/run.ts). */
export const readers = [
  'clerk',
  'supervisor',
  'dispatcher',
  'leader',
  'audit-admin',
  'rating-manager',
  'statistician',
  'register-keeper',
  'party-worker',
]
