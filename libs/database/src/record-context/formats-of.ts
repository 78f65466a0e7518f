import { readerOf, type ClientReader, type Recipient } from '@cueline/workflows';
import { formatsFor, type Formats, type Reader } from '@cueline/workflows/locale';
import { textOf, type RecordContext } from './facts-of.js';

/** The client among the records, as mail is written for one. */
export const clientReaderOf = ({ client }: Pick<RecordContext, 'client'>): ClientReader | null =>
  client && { locale: textOf(client.locale), zone: textOf(client.zone), email: textOf(client.email) };

const brandReaderOf = ({ brand }: Pick<RecordContext, 'brand'>): Reader => ({
  locale: textOf(brand?.locale),
  zone: textOf(brand?.zone),
});

/**
 * The language and zone of a text about these records.
 * @param to whom it is mailed; absent for what stays within the studio
 */
export const formatsOf = (records: Pick<RecordContext, 'brand' | 'client'>, to?: Recipient): Formats =>
  formatsFor(brandReaderOf(records), to && readerOf(to, clientReaderOf(records)));
