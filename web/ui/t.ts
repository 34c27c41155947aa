import i18next from 'i18next'
import shared from './zh.json' with { type: 'json' }

/**
 * Every word a person sees comes from a catalogue: this one for all doors, and one of each door's own (speak). Keys are
 * flat ("nav.back"); a test proves that each key used exists, that none stands in two catalogues, and that no Chinese
 * stands in code.
 */
const speech = i18next.createInstance()
speech.init({
  lng: 'zh',
  resources: { zh: { translation: shared } },
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
})

/** Adds a door's catalogue; called once, before its pages render. */
export const speak = (catalogue: Record<string, string>) =>
  speech.addResourceBundle('zh', 'translation', catalogue, true, true)

export const t = (key: string, params: Record<string, string | number> = {}): string => speech.t(key, params)
