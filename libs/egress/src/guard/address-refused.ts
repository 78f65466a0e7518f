/** Nothing was sent: the name leads to an address that may not be called. */
export class AddressRefused extends Error {
  constructor(readonly address: string) {
    super(`${address} is not a public address.`);
  }
}
