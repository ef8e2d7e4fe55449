/** What to ask whoever built the shop (divide.md 3). */
export const questions = {
  nl: `Vragen over de koppeling van uw webshop met Navette
Navette brengt bestellingen van Rakuten France naar de webshop, en status, track-en-tracecodes en voorraad terug. Het is een programma op een pc: het heeft geen openbaar adres en begint elke uitwisseling zelf.

A. Toegang
1. Is er een REST-, SOAP- of GraphQL-interface voor bestellingen en voorraad? Waar staat de beschrijving (OpenAPI)? Is er een testwinkel?
2. Hoe meldt een programma zich aan? Hoe maakt de winkelier een sleutel en trekt hij die in? Zijn er rechten per onderdeel? Is er een lijst van toegestane IP-adressen? (Een pc wisselt van adres.)
3. Wat is het basisadres (eigen domein of centrale server), hoe werken versies, hoeveel aanroepen mogen er en hoe groot is een pagina hoogstens?

B. Bestellingen erin
4. Met welk adres en welk bericht wordt een bestelling aangemaakt die elders al betaald is? In welk veld staat het externe bestelnummer? Is dat uniek, en kan erop gezocht worden?
5. Hoe worden regels herkend (SKU, EAN, intern nummer, variantnummer)? Mogen de prijs per stuk inclusief btw en de verzendkosten meegegeven worden?
6. Hoe wordt voorkomen dat de koper een bevestiging of een betaalverzoek krijgt?
7. Bestellen zonder account, bedrijfsnaam, telefoonnummer, tweede adresregel, veld voor een afhaalpunt?

C. Bestellingen eruit
8. Waar wordt de status van één of veel bestellingen gelezen? Kan op wijzigingsdatum gefilterd worden? Welke statussen zijn er, en welke betekent "verzonden"?
9. Waar staan track-en-tracecode, vervoerder en link? Kunnen er meerdere pakketten en deelzendingen zijn?
10. Kan van buiten geannuleerd worden? Gaat de voorraad dan terug?

D. Voorraad
11. Waar wordt de voorraad van veel SKU's gelezen, met filter op wijzigingsdatum? Is gereserveerde voorraad er al af?

E. Als er geen interface is
12. Kan het platform een bestand met bestellingen inlezen (CSV/XML), waarvandaan (upload, SFTP, adres) en hoe vaak? Kan het zendingen en voorraad uitvoeren?
13. Is er al een koppeling met Channable (of Lengow, BaseLinker, Picqer, EffectConnect, Shippingbo) waarvan het formaat gebruikt mag worden?
`,
  en: `Questions about connecting your webshop to Navette
Navette brings orders from Rakuten France into the webshop, and states, tracking codes and stock back. It is a program on a PC: it has no public address and begins every exchange itself.

A. Access
1. Is there a REST, SOAP or GraphQL interface for orders and stock? Where is its description (OpenAPI)? Is there a test shop?
2. How does a program prove who it is? How does the merchant create and revoke a key? Are there rights per resource? Is there a list of allowed IP addresses? (A PC changes its address.)
3. What is the base address (own domain or central host), how do versions work, how many calls are allowed, and how large is a page at most?

B. Orders in
4. Which address and which body create an order that was paid elsewhere? Which field holds the external order number? Is it unique, and can it be searched?
5. How are lines matched (SKU, EAN, internal id, variant id)? May the unit price including VAT and the shipping price be given?
6. How is the buyer kept from getting a confirmation mail or a payment request?
7. Guest orders, company name, phone, second address line, a field for the relay point?

C. Orders out
8. Which address reads the state of one or many orders? Is there a filter on the change date? Which states are there, and which one means "sent"?
9. Where are tracking number, carrier and tracking link? Can there be several parcels, and partial shipments?
10. Can an order be cancelled from outside? Does that restock it?

D. Stock
11. Which address reads the stock of many SKUs, with a filter on the change date? Is reserved stock subtracted already?

E. Without an interface
12. Can the platform import a file of orders (CSV/XML), from where (upload, SFTP, address) and how often? Can it export shipments and stock?
13. Does it have a connection to Channable (or Lengow, BaseLinker, Picqer, EffectConnect, Shippingbo) whose format may be reused?
`,
} as const
