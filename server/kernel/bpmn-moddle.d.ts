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
    isExecutable?: boolean
    triggeredByEvent?: boolean
    calledElement?: string
    /** Of a sequence flow. */
    sourceRef?: Element
    targetRef?: Element
    conditionExpression?: Text
    /** Of a gateway or an activity: the flow taken when no condition holds. */
    default?: Element
    activationCondition?: Text
    incoming?: Element[]
    /** Of an activity. */
    loopCharacteristics?: Element
    isSequential?: boolean
    testBefore?: boolean
    loopMaximum?: number
    loopCondition?: Text
    loopCardinality?: Text
    completionCondition?: Text
    behavior?: string
    instantiate?: boolean
    messageRef?: Element
    /** Of an event. */
    eventDefinitions?: Element[]
    eventDefinitionRef?: Element[]
    attachedToRef?: Element
    cancelActivity?: boolean
    isInterrupting?: boolean
    parallelMultiple?: boolean
    timeDuration?: Text
    condition?: Text
    signalRef?: Element
    errorRef?: Element
    escalationRef?: Element
    errorCode?: string
    escalationCode?: string
  }
  type Text = { body?: string }
  export type Warning = { message: string; element?: Element; property?: string; value?: string }
  export class BpmnModdle {
    fromXML(xml: string): Promise<{ rootElement: Element; warnings: Warning[] }>
    toXML(element: Element, options?: { format?: boolean }): Promise<{ xml: string }>
  }
}
