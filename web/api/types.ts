import type { FormSchema } from '../ui/form/schema.ts'
import type { Answer, Body } from './contract.ts'

/** Names for what the addresses answer. A form's schema is content: the contract only says that there is one. */
export type Session = Answer<'get', '/api/session'>
export type CastMember = Answer<'get', '/api/demo/cast'>[number]
export type ItemRow = Answer<'get', '/api/items'>[number]
export type Item = Omit<Answer<'get', '/api/items/{id}'>, 'form'> & { form: FormSchema }
export type ItemMaterial = Item['materials'][number]
export type Limit = Item['limits']['promised']
export type Held = Answer<'get', '/api/held'>[number]
export type Place = Answer<'get', '/api/places'>[number]
export type MatterList = Answer<'get', '/api/matters'>
export type Submission = Body<'post', '/api/matters'>
export type Rating = Body<'post', '/api/matters/{number}/rating'>
export type Supplementing = Body<'post', '/api/matters/{number}/supplement'>
export type MatterPage = Answer<'get', '/api/matters/{number}'>
export type Track = Answer<'post', '/api/matters/track'>
