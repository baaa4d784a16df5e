/**
 * Networks as files (ONNX, which is protocol buffers): the nodes of the graph and its constants, taken apart as far as rewriting
 * them needs, and put together again. What is not understood is kept byte by byte.
 */

/** A field of a message. `value`: a number that stands for itself; `bytes`: everything else. */
interface Field {
  readonly number: number
  readonly value?: number
  readonly bytes?: Uint8Array
  /** The field whole, its key included. */
  readonly raw: Uint8Array
}

const VARINT = 0
const EIGHT_BYTES = 1
const COUNTED = 2
const FOUR_BYTES = 5

/** Throws on bytes that are no message. */
function fieldsOf(bytes: Uint8Array): Field[] {
  const fields: Field[] = []
  let at = 0
  const varint = (): number => {
    let [value, factor] = [0, 1]
    for (;;) {
      const byte = bytes[at++]
      if (byte === undefined) throw new Error('a message ends within a field')
      value += (byte & 127) * factor
      factor *= 128
      if (byte < 128) return value
    }
  }
  while (at < bytes.length) {
    const start = at
    const key = varint()
    const [number, kind] = [Math.floor(key / 8), key % 8]
    if (kind === VARINT) {
      const value = varint()
      fields.push({ number, value, raw: bytes.subarray(start, at) })
      continue
    }
    if (kind !== EIGHT_BYTES && kind !== COUNTED && kind !== FOUR_BYTES) throw new Error(`field of kind ${kind}`)
    const length = kind === COUNTED ? varint() : kind === EIGHT_BYTES ? 8 : 4
    if (at + length > bytes.length) throw new Error('a field is longer than its message')
    fields.push({ number, bytes: bytes.subarray(at, at + length), raw: bytes.subarray(start, at + length) })
    at += length
  }
  return fields
}

function varintBytes(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return [...bytes, rest]
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function counted(number: number, content: Uint8Array): Uint8Array {
  return joined([Uint8Array.from([...varintBytes(number * 8 + COUNTED), ...varintBytes(content.length)]), content])
}

function plain(number: number, value: number): Uint8Array {
  return Uint8Array.from([...varintBytes(number * 8 + VARINT), ...varintBytes(value)])
}

const utf8 = new TextEncoder()
const text = (number: number, value: string) => counted(number, utf8.encode(value))
const said = (field: Field | undefined) => new TextDecoder().decode(field?.bytes)

/** Four bytes, the lowest first. */
function floatBytes(number: number, value: number): Uint8Array {
  const bytes = new Uint8Array(5)
  bytes[0] = number * 8 + FOUR_BYTES
  new DataView(bytes.buffer).setFloat32(1, value, true)
  return bytes
}

/** Numbers of 32 bits with their shape; the shape of a single number is empty. */
export interface Constant {
  readonly dims: readonly number[]
  readonly values: Float32Array
}

export interface Node {
  readonly op: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  /** As they stand, by name. */
  readonly attributes: ReadonlyMap<string, Uint8Array>
  /** The node whole, as it stands in the file. */
  readonly raw: Uint8Array
}

export interface Network {
  readonly nodes: readonly Node[]
  /** The tensors of nodes that are constants, by what they are called; `constantOf` reads one. */
  readonly tensors: ReadonlyMap<string, Uint8Array>
  /** Everything else. */
  readonly rest: { readonly model: readonly Field[]; readonly graph: readonly Field[] }
}

const GRAPH = 7
const inGraph = { node: 1, initializer: 5 } as const
const inNode = { input: 1, output: 2, op: 4, attribute: 5 } as const
const inAttribute = { name: 1, float: 2, tensor: 5, floats: 7, ints: 8, kind: 20 } as const
const inTensor = { dims: 1, kind: 2, floats: 4, name: 8, raw: 9 } as const
const FLOAT = 1

const all = (fields: readonly Field[], number: number) => fields.filter((field) => field.number === number)
const one = (fields: readonly Field[], number: number) => fields.find((field) => field.number === number)

/** Repeated numbers, each by itself or packed together. */
function numbersOf(fields: readonly Field[]): number[] {
  return fields.flatMap(({ value, bytes }) => {
    if (bytes === undefined) return [value!]
    const numbers: number[] = []
    let [number, factor] = [0, 1]
    for (const byte of bytes) {
      number += (byte & 127) * factor
      factor *= 128
      if (byte < 128) {
        numbers.push(number)
        ;[number, factor] = [0, 1]
      }
    }
    return numbers
  })
}

function floatsOf(bytes: Uint8Array): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer)
}

/** Null for constants that are no numbers of 32 bits. */
export function constantOf(tensor: Uint8Array): Constant | null {
  const fields = fieldsOf(tensor)
  const bytes = (one(fields, inTensor.raw) ?? one(fields, inTensor.floats))?.bytes
  if (one(fields, inTensor.kind)?.value !== FLOAT || bytes === undefined || bytes.length % 4 !== 0) return null
  return { dims: numbersOf(all(fields, inTensor.dims)), values: floatsOf(bytes) }
}

function nodeOf({ bytes, raw }: Field): Node {
  const fields = fieldsOf(bytes!)
  return {
    op: said(one(fields, inNode.op)),
    inputs: all(fields, inNode.input).map(said),
    outputs: all(fields, inNode.output).map(said),
    attributes: new Map(
      all(fields, inNode.attribute).map((field) => [said(one(fieldsOf(field.bytes!), inAttribute.name)), field.bytes!]),
    ),
    raw,
  }
}

/** Throws on bytes that are no network. */
export function readNetwork(file: Uint8Array): Network {
  const model = fieldsOf(file)
  const graph = fieldsOf(one(model, GRAPH)?.bytes ?? new Uint8Array())
  const nodes = all(graph, inGraph.node).map(nodeOf)
  const tensors = new Map<string, Uint8Array>()
  for (const { op, outputs, attributes } of nodes) {
    const value = attributes.get('value')
    if (op !== 'Constant' || value === undefined) continue
    const tensor = one(fieldsOf(value), inAttribute.tensor)?.bytes
    if (tensor !== undefined) tensors.set(outputs[0]!, tensor)
  }
  return { nodes, tensors, rest: { model, graph: graph.filter(({ number }) => number !== inGraph.node) } }
}

export function numberAttribute({ attributes }: Node, name: string): number | null {
  const bytes = attributes.get(name)
  const float = bytes === undefined ? undefined : one(fieldsOf(bytes), inAttribute.float)?.bytes
  return float === undefined ? null : floatsOf(float)[0]!
}

export function listAttribute({ attributes }: Node, name: string): readonly number[] {
  const bytes = attributes.get(name)
  return bytes === undefined ? [] : numbersOf(all(fieldsOf(bytes), inAttribute.ints))
}

/** A node with the attributes given, all of them numbers, or with those of another node. */
export function makeNode(
  op: string,
  inputs: readonly string[],
  output: string,
  attributes: Readonly<Record<string, number>> | ReadonlyMap<string, Uint8Array>,
): Node {
  const kept =
    attributes instanceof Map
      ? (attributes as ReadonlyMap<string, Uint8Array>)
      : new Map(
          Object.entries(attributes).map(([name, value]) => [
            name,
            joined([
              text(inAttribute.name, name),
              floatBytes(inAttribute.float, value),
              plain(inAttribute.kind, FLOAT),
            ]),
          ]),
        )
  const content = joined([
    ...inputs.map((input) => text(inNode.input, input)),
    text(inNode.output, output),
    text(inNode.op, op),
    ...[...kept.values()].map((attribute) => counted(inNode.attribute, attribute)),
  ])
  return { op, inputs, outputs: [output], attributes: kept, raw: counted(inGraph.node, content) }
}

function tensorBytes(name: string, { dims, values }: Constant): Uint8Array {
  return joined([
    ...dims.map((dim) => plain(inTensor.dims, dim)),
    plain(inTensor.kind, FLOAT),
    text(inTensor.name, name),
    counted(inTensor.raw, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  ])
}

/** The file with other nodes, in an order in which each comes behind what it takes, and with further constants. */
export function writeNetwork(
  { rest }: Network,
  nodes: readonly Node[],
  further: ReadonlyMap<string, Constant>,
): Uint8Array {
  const graph = joined([
    ...nodes.map(({ raw }) => raw),
    ...[...further].map(([name, constant]) => counted(inGraph.initializer, tensorBytes(name, constant))),
    ...rest.graph.map(({ raw }) => raw),
  ])
  return joined(rest.model.map((field) => (field.number === GRAPH ? counted(GRAPH, graph) : field.raw)))
}
