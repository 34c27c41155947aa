declare module 'virtual:han.css'
declare module 'virtual:rare.css'
