/**
 * The recognition network says the same with a third fewer steps. As it is exported, every convolution is followed by eight
 * steps that go through all its numbers once more, one by one: × s, + t, and x · clip(x + 3, 0, 6) ÷ 6, × s, + t again. Factors
 * and terms that are the same everywhere go into the convolutions themselves, the rest is two steps: x · hardSigmoid(x).
 */

import {
  type Constant,
  constantOf,
  listAttribute,
  makeNode,
  type Network,
  type Node,
  numberAttribute,
  readNetwork,
  writeNetwork,
} from './onnx-file.ts'

/** A convolution and what follows it, as exported; `factor` and `term` before the bend, `after` behind it. */
interface Chain {
  readonly conv: Node
  readonly steps: readonly Node[]
  readonly output: string
  readonly factor: number
  readonly term: number
  readonly after: { readonly factor: number; readonly term: number }
}

class Rewriting {
  readonly #tensors: ReadonlyMap<string, Uint8Array>
  readonly #constants = new Map<string, Constant | null>()
  readonly #takers = new Map<string, Node[]>()
  readonly #further = new Map<string, Constant>()

  constructor({ nodes, tensors }: Network) {
    this.#tensors = tensors
    for (const node of nodes) {
      for (const input of node.inputs) {
        const takers = this.#takers.get(input)
        if (takers === undefined) this.#takers.set(input, [node])
        else takers.push(node)
      }
    }
  }

  get further(): ReadonlyMap<string, Constant> {
    return this.#further
  }

  takersOf(name: string): readonly Node[] {
    return this.#takers.get(name) ?? []
  }

  constantOf(name: string): Constant | null {
    const known = this.#constants.get(name)
    if (known !== undefined) return known
    const tensor = this.#tensors.get(name)
    const constant = tensor === undefined ? null : constantOf(tensor)
    this.#constants.set(name, constant)
    return constant
  }

  keep(name: string, constant: Constant): string {
    this.#constants.set(name, constant)
    this.#further.set(name, constant)
    return name
  }

  /** The one step that takes what a node gives, together with a single number. */
  #scalarStep(from: string, op: string): { readonly node: Node; readonly number: number } | null {
    const takers = this.takersOf(from).filter((node) => node.op === op)
    for (const node of takers) {
      const other = node.inputs.find((input) => input !== from)
      const constant = other === undefined ? null : this.constantOf(other)
      if (node.inputs.length === 2 && constant?.values.length === 1) return { node, number: constant.values[0]! }
    }
    return null
  }

  /** The steps behind a convolution, where they are those that are known and nobody else takes what is between them. */
  chainFrom(conv: Node): Chain | null {
    const steps: Node[] = []
    let at = conv.outputs[0]!
    const step = (op: string, takers = 1): number | null => {
      const found = this.takersOf(at).length === takers ? this.#scalarStep(at, op) : null
      if (found === null) return null
      steps.push(found.node)
      at = found.node.outputs[0]!
      return found.number
    }
    const factor = step('Mul')
    const term = step('Add')
    if (factor === null || term === null) return null
    const bent = at
    if (step('Add', 2) !== 3) return null
    const [clip] = this.takersOf(at)
    if (clip?.op !== 'Clip' || numberAttribute(clip, 'min') !== 0 || numberAttribute(clip, 'max') !== 6) return null
    const [product] = this.takersOf(clip.outputs[0]!)
    if (product?.op !== 'Mul' || !product.inputs.includes(bent)) return null
    steps.push(clip, product)
    at = product.outputs[0]!
    if (step('Div') !== 6) return null
    const [factorAfter, termAfter] = [step('Mul'), step('Add')]
    if (!factorAfter || termAfter === null) return null
    return { conv, steps, output: at, factor, term, after: { factor: factorAfter, term: termAfter } }
  }

  /** Weights and bias of a convolution; null where they are no constants. */
  partsOf({ inputs }: Node): { readonly weights: Constant; readonly bias: Float32Array } | null {
    const weights = this.constantOf(inputs[1]!)
    if (weights === null) return null
    const bias = inputs[2] === undefined ? new Float32Array(weights.dims[0]!) : this.constantOf(inputs[2])?.values
    return bias === undefined ? null : { weights, bias }
  }

  /** Adds the same number to all that a convolution takes: true where its own bias can say so, nothing being filled in around. */
  addsBefore(conv: Node, number: number): boolean {
    const parts = conv.op === 'Conv' ? this.partsOf(conv) : null
    const isPoint = listAttribute(conv, 'kernel_shape').every((side) => side === 1)
    if (parts === null || conv.inputs[2] === undefined || !isPoint) return false
    if (listAttribute(conv, 'pads').some((pad) => pad !== 0)) return false
    const each = parts.weights.values.length / parts.bias.length
    const bias = parts.bias.map((own, channel) => {
      let sum = 0
      for (let at = channel * each; at < (channel + 1) * each; at++) sum += parts.weights.values[at]!
      return own + number * sum
    })
    this.#constants.set(conv.inputs[2], { dims: [bias.length], values: bias })
    return true
  }
}

/** Three or four nodes in the place of nine. */
function shortened(rewriting: Rewriting, { conv, output, factor, term, after }: Chain): Node[] | null {
  const parts = rewriting.partsOf(conv)
  if (parts === null) return null
  const name = conv.outputs[0]!
  const { dims, values } = parts.weights
  const weights = rewriting.keep(`${name}.weights`, { dims, values: values.map((one) => one * factor * after.factor) })
  const bias = rewriting.keep(`${name}.bias`, {
    dims: [parts.bias.length],
    values: parts.bias.map((one) => (one * factor + term) * after.factor),
  })
  const takers = rewriting.takersOf(output)
  const isTold = takers.length === 1 && rewriting.addsBefore(takers[0]!, after.term)
  const bent = isTold ? output : `${name}.bent`
  const nodes = [
    makeNode('Conv', [conv.inputs[0]!, weights, bias], name, conv.attributes),
    makeNode('HardSigmoid', [name], `${name}.share`, { alpha: 1 / (6 * after.factor), beta: 0.5 }),
    makeNode('Mul', [name, `${name}.share`], bent, {}),
  ]
  if (isTold) return nodes
  const added = rewriting.keep(`${name}.term`, { dims: [], values: Float32Array.of(after.term) })
  return [...nodes, makeNode('Add', [bent, added], output, {})]
}

/** The network with fewer steps; what does not look as expected stays as it is. Throws on bytes that are no network. */
export function lightened(file: Uint8Array): Uint8Array {
  const network = readNetwork(file)
  const rewriting = new Rewriting(network)
  const gone = new Set<Node>()
  const nodes: Node[] = []
  for (const node of network.nodes) {
    if (gone.has(node)) continue
    const chain = node.op === 'Conv' ? rewriting.chainFrom(node) : null
    const made = chain === null ? null : shortened(rewriting, chain)
    if (made === null) nodes.push(node)
    else {
      nodes.push(...made)
      for (const step of chain!.steps) gone.add(step)
    }
  }
  const taken = new Set(nodes.flatMap(({ inputs }) => inputs))
  const needed = nodes.filter(({ op, outputs: [output] }) => op !== 'Constant' || taken.has(output!))
  return writeNetwork(network, needed, rewriting.further)
}
