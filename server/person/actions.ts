export { searchOf } from './names.ts'
