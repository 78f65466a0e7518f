import { useLocation } from '@tanstack/react-router';

/** The token of the link that led here. It stands after the #, which browsers send to no server. */
export function useLinkToken(): string {
  const hash = useLocation({ select: (location) => location.hash });
  return new URLSearchParams(hash).get('token') ?? '';
}
