import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

const body = z.object({ email: z.string(), password: z.string() });
const refused = () => new APIError('UNAUTHORIZED');

/** Signing in by any address that the product takes: the library's own endpoint knows addresses of ASCII letters only. */
export const addressSignIn = {
  id: 'address-sign-in',
  endpoints: {
    /** Throws the same error for an unknown address and a wrong password, after the same time. */
    signInAddress: createAuthEndpoint('/sign-in/address', { method: 'POST', body }, async (ctx) => {
      const { internalAdapter, password } = ctx.context;
      const found = await internalAdapter.findUserByEmail(ctx.body.email, { includeAccounts: true });
      const own = found?.accounts.find(({ providerId }) => providerId === 'credential');
      if (!found || !own?.password) {
        await password.hash(ctx.body.password);
        throw refused();
      }
      if (!(await password.verify({ hash: own.password, password: ctx.body.password }))) throw refused();
      const { user } = found;
      await setSessionCookie(ctx, { session: await internalAdapter.createSession(user.id), user });
      return ctx.json({ id: user.id });
    }),
  },
} as const;
