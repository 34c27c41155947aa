import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css'
import Modeler from 'bpmn-js/lib/Modeler'
import words from 'bpmn-js-i18n/translations/zn.js'
import { useEffect, useRef } from 'react'
import { t } from '../../ui/t.ts'

/** The drawing board speaks Chinese; what it has no word for stays as it is. */
const chinese = {
  translate: [
    'value',
    (template: string, values: Record<string, string> = {}) =>
      (words[template] ?? template).replace(/\{([^}]+)\}/g, (_, key: string) => values[key] ?? `{${key}}`),
  ],
}

/** The board measures its words before it draws them: it must be told the page's own font. */
const family = getComputedStyle(document.documentElement).getPropertyValue('--font')
const font = { defaultStyle: { fontFamily: family }, externalStyle: { fontFamily: family } }

/** A diagram to draw on. Says its XML anew whenever it changed, in the form other modelers open. */
export function ProcessEditor({
  xml,
  faults,
  onChange,
}: {
  xml: string
  faults: string[]
  onChange: (xml: string) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const board = useRef<Modeler | null>(null)
  const tell = useRef(onChange)
  tell.current = onChange
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn here comes back as `xml` and is on the board already
  useEffect(() => {
    if (!box.current) return
    const modeler = new Modeler({ container: box.current, additionalModules: [chinese], textRenderer: font })
    board.current = modeler
    let gone = false
    void modeler.importXML(xml).then(() => {
      if (gone) return
      modeler.get('canvas').zoom('fit-viewport')
      modeler.get('canvas').scroll({ dx: 90, dy: 0 }) // out from under the palette
      modeler.on(
        'commandStack.changed',
        () => void modeler.saveXML({ format: true }).then((saved) => tell.current(saved.xml)),
      )
    })
    return () => {
      gone = true
      modeler.destroy()
    }
  }, [])
  useEffect(() => {
    const canvas = board.current?.get('canvas')
    for (const id of faults)
      try {
        canvas?.addMarker(id, 'faulty')
      } catch {
        // the fault names something that is not on the board
      }
    return () => {
      for (const id of faults)
        try {
          canvas?.removeMarker(id, 'faulty')
        } catch {
          // gone from the board meanwhile
        }
    }
  }, [faults])
  return <div className="board" ref={box} role="application" aria-label={t('workshop.board')} />
}
