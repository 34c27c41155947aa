import { RouterProvider } from '@tanstack/react-router'
import { openDoor } from '../ui/door.tsx'
import './resident.css'
import { router } from './routes.tsx'
import zh from './zh.json' with { type: 'json' }

openDoor(zh, <RouterProvider router={router} />)
