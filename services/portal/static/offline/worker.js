// Keeps the offline page and the three signed lists, so that permits are checked where there is no network.

const KEPT = 'dajian-offline-1'
const SHELL = ['/offline/', '/offline/page.js', '/offline/check.js', '/static/portal.css', '/static/icon.svg']
const LISTS = ['keys', 'revocations', 'extract'].map((name) => `/api/issuance/v1/public/${name}`)

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(SHELL)).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name))))
  event.waitUntil(old.then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  const ours = origin === self.location.origin && event.request.method === 'GET'
  if (ours && (SHELL.includes(pathname) || LISTS.includes(pathname))) event.respondWith(freshOrKept(event.request))
})

/** What the network answers, kept; what was kept when there is none, or it answers with a fault. */
async function freshOrKept(request) {
  const cache = await caches.open(KEPT)
  try {
    const fresh = await fetch(request)
    if (!fresh.ok) throw new Error(String(fresh.status))
    await cache.put(request.url, fresh.clone())
    return fresh
  } catch {
    return (await cache.match(request.url)) ?? Response.error()
  }
}
