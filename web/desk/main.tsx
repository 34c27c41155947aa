import { RouterProvider } from '@tanstack/react-router'
import { router } from '../staff/routes.tsx'
import zh from '../staff/zh.json' with { type: 'json' }
import { openDoor } from '../ui/door.tsx'

openDoor(zh, <RouterProvider router={router as never} />)
