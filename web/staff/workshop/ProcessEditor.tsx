import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css'
import Modeler from 'bpmn-js/lib/Modeler'
import words from 'bpmn-js-i18n/translations/zn.js'
import { useEffect, useRef, useState } from 'react'
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
  const [unreadable, setUnreadable] = useState(false)
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
  /** A file from another modeler: on the board as it is; what the kernel does not run is told by the check. */
  async function open(file: File) {
    const text = await file.text()
    await board.current?.importXML(text).then(
      () => tell.current(text),
      () => setUnreadable(true),
    )
  }
  async function save() {
    const saved = await board.current?.saveXML({ format: true })
    if (!saved) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([saved.xml], { type: 'application/xml' }))
    link.download = t('workshop.file')
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <>
      <div className="board" ref={box} role="application" aria-label={t('workshop.board')} />
      {unreadable && <p role="alert">{t('workshop.unreadable')}</p>}
      <div className="actions">
        <label className="button plain">
          {t('workshop.open')}
          <input
            type="file"
            className="visually-hidden"
            accept=".bpmn,.xml"
            onChange={(e) => {
              const [file] = e.target.files ?? []
              setUnreadable(false)
              if (file) void open(file)
            }}
          />
        </label>
        <button type="button" className="plain" onClick={() => void save()}>
          {t('workshop.download')}
        </button>
      </div>
    </>
  )
}
