import { formatMoney } from '@cueline/workflows/locale';
import { localeFor } from '../messages/language.js';
import { useMe } from './use-me.js';

/** Writes amounts as the reader does: "1,200 €". */
export function useMoney(): (amountMinor: number, currency: string) => string {
  const { locale } = useMe();
  return (amountMinor, currency) => formatMoney({ amountMinor, currency }, localeFor(locale));
}
