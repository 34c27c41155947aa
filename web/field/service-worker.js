/* `shell` ({ version, files }) stands above, put there by the build. Only what the app is made of is kept: never an answer of the API. */
const mine = `linli-field-${shell.version}`

self.addEventListener('install', (event) => {
  // All of it or nothing: an app with a part missing must not replace one that works.
  event.waitUntil(caches.open(mine).then((cache) => cache.addAll(shell.files)))
})

self.addEventListener('activate', (event) => {
  const old = caches
    .keys()
    .then((names) => names.filter((n) => n.startsWith('linli-field-') && n !== mine))
    .then((names) => Promise.all(names.map((n) => caches.delete(n))))
  event.waitUntil(old.then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && (url.pathname === '/field' || url.pathname.startsWith('/field/')))
    return event.respondWith(caches.match('/field', { cacheName: mine }).then((page) => page ?? fetch(request)))
  if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request))
})

/** An asset's name changes with what is in it: once here it is right for ever. Fonts come as they are needed. */
async function asset(request) {
  const cache = await caches.open(mine)
  const kept = await cache.match(request, { ignoreVary: true })
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await cache.put(request, fresh.clone())
  return fresh
}
