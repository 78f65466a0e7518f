import { client } from './generated/client.gen.js';
import type { GetMeErrors, GetMeResponses } from './generated/types.gen.js';

/** The one request before a sign-in: made here, it does not bring the code of all others along. */
export const getMe = () => client.get<GetMeResponses, GetMeErrors>({ url: '/api/v1/me' });
