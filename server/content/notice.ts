/** Who is told of which event (notices.json in the pack), by the event's verb; `when`: only with these values in its data. */
export type NoticeRules = Record<
  string,
  {
    to: ('applicant' | 'part' | 'target' | 'lead' | 'supervisors')[]
    /** The law asks for it: nobody can switch it off. */
    legal: boolean
    when?: Record<string, string[]>
  }
>
