import { useSyncExternalStore } from 'react'
import { current, subscribe } from './phone.ts'

export const usePhone = () => useSyncExternalStore(subscribe, current)
export const useSheet = (subject: string) => usePhone().day?.sheets.find((s) => s.subject === subject)
