/** More at once than is believed without a second look: a server that answers wrongly would empty the mailbox. */
export const isTooMuch = (gone: number, of: number): boolean => gone > 50 && gone > of * 0.2;
