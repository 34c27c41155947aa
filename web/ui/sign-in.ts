/** Where to sign in, and to come back here afterwards. */
export const signInHref = () => `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`
