/** An answer to `getnewsales` with that many invented purchases of one or two items. */
export const manySales = (count: number): Uint8Array => {
  const sales = Array.from({ length: count }, (_, index) => sale(index)).join('')
  return Buffer.from(
    `<?xml version="1.0" encoding="ISO-8859-1"?><getnewsalesresult xmlns="https://static.fr.shopping.rakuten.com/res/schema/getnewsales"><request><version>2017-08-07</version><user>boutique</user></request><response><lastversion>2017-08-07</lastversion><sellerid>90000001</sellerid><sales>${sales}</sales></response></getnewsalesresult>`,
    'latin1',
  )
}

const sale = (index: number): string => {
  const items = Array.from({ length: 1 + (index % 10 < 3 ? 1 : 0) }, (_, unit) => item(index * 2 + unit)).join('')
  return `<sale><purchaseid>${800_000_000 + index}</purchaseid><purchasedate>12/01/2026-10:05</purchasedate><deliveryinformation><shippingtype>Suivi</shippingtype><isfullrsl>N</isfullrsl><purchasebuyerlogin><![CDATA[acheteur_${index}]]></purchasebuyerlogin><purchasebuyeremail>acheteur${index}@acheteur.example</purchasebuyeremail><deliveryaddress><civility>Mme</civility><lastname><![CDATA[Exemplier${index % 997}]]></lastname><firstname><![CDATA[Zoé]]></firstname><address1><![CDATA[${index} rue des Échantillons]]></address1><address2><![CDATA[]]></address2><zipcode>75000</zipcode><city><![CDATA[Villefictive]]></city><country><![CDATA[France]]></country><countryalpha2>FX</countryalpha2><phonenumber1></phonenumber1><phonenumber2>0600000001</phonenumber2></deliveryaddress></deliveryinformation><items>${items}</items></sale>`
}

const item = (index: number): string =>
  `<item><sku><![CDATA[SKU-${index % 500}]]></sku><advertid>${700_000_000 + (index % 500)}</advertid><advertpricelisted><amount>14.9</amount><currency>EUR</currency></advertpricelisted><itemid>${500_000_000 + index}</itemid><headline><![CDATA[Tasse Émaillée Bleue 30 Cl]]></headline><itemstatus><![CDATA[TO_CONFIRM]]></itemstatus><shipped>0</shipped><ispreorder>N</ispreorder><isnego>N</isnego><negotiationcomment></negotiationcomment><price><amount>14.9</amount><currency>EUR</currency></price><isrsl>N</isrsl><isbn></isbn><ean>3760000000017;</ean><paymentstatus><![CDATA[INCOMING]]></paymentstatus><sellerscore></sellerscore></item>`
