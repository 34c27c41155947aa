/**
 * The names under which something may be held about a person, as content/tongguan/README.md lists them: plain values for
 * `x-held` in forms, credentials for `held` of materials.
 */
export const heldPlain: ReadonlySet<string> = new Set(
  `name idNumber phone place
  address household-address household-number household-head household-relation household-size household-type
  bank-name bank-card-tail marital-status employment-status unemployment-registration-date housing-status
  monthly-income pension-status pension-monthly elderly-allowance-status social-insurance-status
  medical-insurance-kind disability-certificate-number disability-kind disability-level disability-valid-to
  veteran-certificate-number service-years grid workplace education nation guardian
  service-from service-to discharge-number insured-years married-on retired-on
  sex birth-date age present-since registered-since registered-where married
  spouse-name child-name child-id child-birth-date family-contact`.split(/\s+/),
)
export const heldCredentials: ReadonlySet<string> = new Set(
  `id-card household-register bank-card disability-certificate marriage-record pension-record
  social-insurance-record unemployment-record property-record veteran-certificate`.split(/\s+/),
)
