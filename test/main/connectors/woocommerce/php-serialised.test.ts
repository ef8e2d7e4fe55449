import { describe, expect, it } from 'vitest'
import { readSerialised } from '../../../../src/main/connectors/woocommerce/php-serialised.ts'

describe('a value that PHP serialised', () => {
  it('is read, whatever stands in it', () => {
    const text = 'a:2:{i:0;a:3:{s:15:"tracking_number";s:4:"6A12";s:7:"éàü";b:1;s:1:"n";N;}s:1:"d";d:1.5;}'

    expect(readSerialised(text.replace('s:7:"éàü"', 's:6:"éàü"'))).toEqual({
      0: { tracking_number: '6A12', éàü: true, n: null },
      d: 1.5,
    })
  })

  it.each(['', 'a:1:{', 'a:1:{i:0;s:9:"x";}', 'O:8:"stdClass":0:{}', 'i:1;x', 'a:9999:{i:0;i:1;}', 's:-1:"";'])(
    'is nothing where it is no such thing: %j',
    (text) => {
      expect(readSerialised(text)).toBeUndefined()
    },
  )
})
