import { expect, it } from 'vitest'
import { namesInSample } from '../../../../src/renderer/views/connections/names-in-sample.ts'

it.each([
  ['the heads of a CSV', '"Num;éro";Statut ;;Statut\n1;2;3;4\n', ['Num;éro', 'Statut']],
  ['the heads of one with tabs', 'ref\tstate\n1\topen\n', ['ref', 'state']],
  ['the fields of the first record of a list', '[{"id":1,"ship":{"code":"x"}},{"other":2}]', ['id', 'ship.code']],
  [
    'those of the list below the root, lists in them too',
    '{"page":1,"items":[{"id":1,"parcels":[{"code":"a"}],"tags":["x"]}]}',
    ['id', 'parcels[*].code', 'tags'],
  ],
  ['those of one record', '{"id":1,"state":"open"}', ['id', 'state']],
  ['those of the first of many lines', '{"id":1}\n{"id":2}\n', ['id']],
  ['none in nothing', '', []],
])('finds %s', (_, text, names) => {
  expect(namesInSample(text)).toEqual(names)
})
