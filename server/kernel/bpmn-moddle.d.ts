/** bpmn-moddle declares no types for its entry; these are the parts of the tree that the kernel reads. */
declare module 'bpmn-moddle' {
  export type Element = {
    $type: string
    id?: string
    name?: string
    /** Of the whole file, of a process, of a collaboration. */
    rootElements?: Element[]
    flowElements?: Element[]
    messageFlows?: Element[]
    /** Of a sequence flow. */
    sourceRef?: Element
    targetRef?: Element
    conditionExpression?: Text
    /** Of a gateway: the flow taken when no condition holds. */
    default?: Element
    /** Of an event. */
    eventDefinitions?: Element[]
    attachedToRef?: Element
    cancelActivity?: boolean
    timeDuration?: Text
  }
  type Text = { body?: string }
  export type Warning = { message: string; element?: Element; value?: string }
  export class BpmnModdle {
    fromXML(xml: string): Promise<{ rootElement: Element; warnings: Warning[] }>
  }
}
