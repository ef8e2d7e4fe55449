import { expect, it } from 'vitest'
import { multipartFile } from '../../../../src/main/connectors/http/multipart.ts'

it('makes a body that a form reader takes apart again, to the byte', async () => {
  const content = Buffer.from([0x3c, 0xe9, 0x0d, 0x0a, 0x2d, 0x2d, 0x00])

  const { headers, body } = multipartFile('file', 'stock.xml', 'text/xml', content)

  const form = await new Response(Uint8Array.from(body), { headers }).formData()
  const file = form.get('file') as File // one part, and it is the file
  expect(file).toMatchObject({ name: 'stock.xml', type: 'text/xml' })
  expect(Buffer.from(await file.arrayBuffer())).toEqual(content)
})
