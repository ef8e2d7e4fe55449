import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'

interface Priced {
  readonly schema: GraphQLSchema
  readonly operation: OperationDefinitionNode
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  readonly variables: Readonly<Record<string, unknown>>
}

/** Points for one query (shopify.md 6): nothing for a scalar, 1 for an object, 2 and its nodes for a connection, 10 for a mutation. */
export const requestedCost = ({ schema, operation, fragments, variables }: Priced): number => {
  const numberIn = (value: ValueNode | undefined): number | null => {
    if (value?.kind === Kind.INT) return Number(value.value)
    const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined
    return typeof given === 'number' ? given : Array.isArray(given) ? given.length : null
  }
  const argument = (field: FieldNode, name: string): number | null =>
    numberIn(field.arguments?.find((one) => one.name.value === name)?.value)

  const fieldCost = (field: FieldNode, definition: GraphQLField<unknown, unknown>): number => {
    const named = getNamedType(definition.type)
    if (!isCompositeType(named) || field.selectionSet === undefined) return 0
    const children = selectionCost(field.selectionSet, named, argument(field, 'first') ?? argument(field, 'last') ?? 1)
    if (named.name.endsWith('Connection')) return 2 + children
    if (isList(definition.type)) return (argument(field, 'first') ?? argument(field, 'ids') ?? 1) * (1 + children)
    return 1 + children
  }

  const selectionCost = (set: SelectionSetNode, type: GraphQLCompositeType, nodes: number): number => {
    let sum = 0
    let dearest = 0
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const definition =
          isObjectType(type) || 'getFields' in type ? type.getFields()[selection.name.value] : undefined
        if (definition === undefined) continue
        const cost = fieldCost(selection, definition)
        const isNodes = type.name.endsWith('Connection') && isList(definition.type)
        sum += isNodes ? nodes * cost : cost
      } else {
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection
        const on = fragment?.typeCondition === undefined ? type : schema.getType(fragment.typeCondition.name.value)
        if (fragment === undefined || !isCompositeType(on)) continue
        const cost = selectionCost(fragment.selectionSet, on, nodes)
        if (isObjectType(type)) sum += cost
        else dearest = Math.max(dearest, cost)
      }
    }
    return sum + dearest
  }

  const isMutation = operation.operation === 'mutation'
  const root = isMutation ? schema.getMutationType() : schema.getQueryType()
  if (!root) throw new Error('Shopify has queries and mutations')
  const fields = operation.selectionSet.selections.length
  // A mutation's own payload is part of its ten points.
  return selectionCost(operation.selectionSet, root, 1) + (isMutation ? fields * (10 - 1) : 0)
}

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type))

/** What it came to: objects that were really there. */
export const actualCost = (data: unknown): number => {
  if (typeof data !== 'object' || data === null) return 0
  const inside = Object.values(data).reduce((sum: number, one) => sum + actualCost(one), 0)
  return Array.isArray(data) ? inside : 1 + inside
}
