import { RouterProvider } from '@tanstack/react-router'
import { openDoor } from '../ui/door.tsx'
import './field.css'
import { start } from './phone.ts'
import { router } from './routes.tsx'
import { startSending } from './sender.ts'
import zh from './zh.json' with { type: 'json' }

openDoor(zh, <RouterProvider router={router as never} />)
void start().then(startSending)
// Opens the app without a signal; where there is none (development), the app works while there is a line.
void navigator.serviceWorker?.register('/field-sw.js', { scope: '/field' }).catch(() => undefined)
