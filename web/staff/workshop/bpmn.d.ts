/** bpmn-js and its translations declare no types; what of them is used here. */
declare module 'bpmn-js/lib/Modeler' {
  type Module = Record<string, unknown>
  type Canvas = {
    zoom(how: 'fit-viewport'): void
    scroll(by: { dx: number; dy: number }): void
    addMarker(id: string, marker: string): void
    removeMarker(id: string, marker: string): void
  }
  export default class Modeler {
    constructor(options: { container: HTMLElement; additionalModules?: Module[]; textRenderer?: object })
    importXML(xml: string): Promise<{ warnings: unknown[] }>
    saveXML(options: { format: boolean }): Promise<{ xml: string }>
    saveSVG(): Promise<{ svg: string }>
    get(name: 'canvas'): Canvas
    on(event: string, fn: () => void): void
    destroy(): void
  }
}
declare module 'bpmn-js-i18n/translations/zn.js' {
  const words: Record<string, string>
  export default words
}
