import { Inject, Injectable } from '@nestjs/common';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance } from 'fastify';
import { CONFIGURATION, publicUrl, type Configuration } from './configuration.js';
import { StudioDatabase } from './studio-database.js';

/** Set by us from the connection, never taken from outside: sign-in attempts are counted by it. */
const CLIENT_IP = 'x-cueline-client-ip';
const EIGHT_DAYS = 8 * 86_400;

function makeAuth(database: StudioDatabase, configuration: Configuration) {
  const url = publicUrl(configuration);
  return betterAuth({
    baseURL: url,
    basePath: '/api/auth',
    secret: configuration.CUELINE_SECRET,
    trustedOrigins: [url, `http://localhost:${configuration.PORT}`],
    database: prismaAdapter(database.database.prisma, { provider: 'postgresql' }),
    user: { modelName: 'user' },
    session: { modelName: 'authSession', expiresIn: EIGHT_DAYS, cookieCache: { enabled: true, maxAge: 30 } },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    // Members are invited; nobody signs up to a studio from outside.
    emailAndPassword: { enabled: true, disableSignUp: true },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'cueline',
      useSecureCookies: url.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CLIENT_IP] },
    },
  });
}

export interface SignedIn {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** People: sign-in with mail address and password, sessions in an httpOnly cookie. */
@Injectable()
export class Authentication {
  readonly #auth: ReturnType<typeof makeAuth>;

  constructor(database: StudioDatabase, @Inject(CONFIGURATION) configuration: Configuration) {
    this.#auth = makeAuth(database, configuration);
  }

  async signedIn(headers: Record<string, unknown>): Promise<SignedIn | undefined> {
    const session = await this.#auth.api.getSession({
      headers: fromNodeHeaders(headers as Parameters<typeof fromNodeHeaders>[0]),
    });
    return session
      ? { userId: session.user.id, name: session.user.name, email: session.user.email }
      : undefined;
  }

  /** Mounts the library's own routes below /api/auth. */
  mount(fastify: FastifyInstance): void {
    fastify.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: async (request, reply) => {
        const target = new URL(request.url, `http://${request.headers.host ?? 'localhost'}`);
        const body =
          request.body === undefined || request.body === null ? undefined : JSON.stringify(request.body);
        const headers = fromNodeHeaders({ ...request.headers, [CLIENT_IP]: request.ip });
        const response = await this.#auth.handler(
          new Request(target, { method: request.method, headers, body }),
        );
        reply.status(response.status);
        response.headers.forEach((value, key) => void reply.header(key, value));
        return reply.send(response.body ? await response.text() : null);
      },
    });
  }
}
