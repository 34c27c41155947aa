/** The walls of the house (see STYLE.md). A wall that hinders is a question for docs/decisions, not for an exception here. */
const ground = 'platform|content|calendar|kernel'
/** server/case is the shared half of every kind of case: the kinds, and what hangs on a case, stand on all of it; other modules on its actions. */
const kinds = 'matter|file|paper'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pure-kernel-and-calendar',
      comment: 'The kernel and the calendar import nothing of ours outside their own folder.',
      severity: 'error',
      from: { path: '^server/(kernel|calendar)/', pathNot: '[.]test[.]ts$' },
      to: { path: '^(server|web|test|bin|bench)/', pathNot: '^server/$1/' },
    },
    {
      name: 'pure-means-no-io',
      comment: 'What is pure touches neither files, nor the network, nor other processes.',
      severity: 'error',
      from: { path: '^server/(kernel|calendar)/', pathNot: '[.]test[.]ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'not-another-modules-store',
      comment: "A module uses another's actions.ts, rules.ts or view.ts; its store and the rest are its own.",
      severity: 'error',
      from: { path: '^server/([^/]+)/', pathNot: ['[.]test[.]ts$', `^server/(${kinds})/`] },
      to: {
        path: '^server/[^/]+/',
        pathNot: ['^server/$1/', `^server/(${ground})/`, '/(actions|rules|view)[.]ts$'],
      },
    },
    {
      name: 'not-another-modules-store (kinds of case)',
      severity: 'error',
      from: { path: `^server/(${kinds})/`, pathNot: '[.]test[.]ts$' },
      to: {
        path: '^server/[^/]+/',
        pathNot: ['^server/$1/', `^server/(case|${ground})/`, '/(actions|rules|view)[.]ts$'],
      },
    },
    {
      name: 'ground-knows-no-module',
      comment:
        'What every module stands on does not know the modules; pure rules (is this an identity number?) it may ask.',
      severity: 'error',
      from: { path: '^server/(platform|content)/', pathNot: '[.]test[.]ts$' },
      to: {
        path: '^server/[^/]+/',
        pathNot: [`^server/(${ground})/`, '^server/(person|care|field|indicator|report)/rules[.]ts$'],
      },
    },
    {
      name: 'web-imports-only-web',
      comment: 'The API is the contract between the two halves: the web sees only its own generated client.',
      severity: 'error',
      from: { path: '^web/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^(server|test|bin|bench|content)/' },
    },
    {
      name: 'server-never-imports-web',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^web/' },
    },
    {
      name: 'product-does-not-import-tests',
      comment: 'What is served does not lean on the test harness or the benches.',
      severity: 'error',
      from: { path: '^(server|web)/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^(test|bench)/|[.]test[.]tsx?$' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' }, // made by a plugin of the web's build
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(web/dist|node_modules|[.]data|[.]cache)/' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css', '.json'],
    },
  },
}
