import { expect, it } from 'vitest'
import { errorText } from '../../../../src/main/connectors/magento/error-text.ts'

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

it.each([
  [{ message: 'Plain.' }, 'Plain.'],
  [{ message: 'Plain.', parameters: null }, 'Plain.'],
  [{ message: 'Not %1 but %2.', parameters: ['a', 3] }, 'Not a but 3.'],
  [{ message: '%1 and %10', parameters: ['a', ...'bcdefghi', 'j'] }, 'a and j'],
  [{ message: '"%fieldName" is required.', parameters: { fieldName: 'sku' } }, '"sku" is required.'],
  [{ message: '%field and %fieldName', parameters: { field: 'a', fieldName: 'b' } }, 'a and b'],
  [{ message: 'Costs %1.', parameters: ['$& $1'] }, 'Costs $& $1.'],
  [{ message: 'Nothing for %1.' }, 'Nothing for %1.'],
  [{ error: 'x' }, null],
  ['text', null],
])('reads %j as %j', (body, text) => {
  expect(errorText(bytesOf(body))).toBe(text)
})

it('reads nothing from what is not JSON', () => {
  expect(errorText(new TextEncoder().encode('<html>'))).toBeNull()
})
