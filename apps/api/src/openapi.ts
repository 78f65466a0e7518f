import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { namedSchemas } from './platform/api-schema.js';

const description = `Records, events and workflows of a studio.

Errors are \`application/problem+json\` (RFC 9457) with a JSON pointer to each bad place. Sign in with \`POST /api/auth/sign-in/email\`, or send an API key
as \`Authorization: Bearer …\`; \`x-permission\` is the scope that a route asks of a key. A person in several studios names one by \`x-cueline-studio\`. A change that needs the present revision takes it as \`If-Match\`. What
creates a record takes an \`Idempotency-Key\`: sent again under it after a lost answer, the request is answered as at first and nothing happens.

A body is JSON in UTF-8 of at most 1 MiB (of a file: 7 MiB), 200 levels, 1,000 fields in an object, 10,000 entries in a list and 50,000 values in all.`;

/** The description of the API, made from its routes and schemas. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Cueline')
    .setVersion('1')
    .setDescription(description)
    .addBearerAuth()
    .addCookieAuth('cueline.session_token')
    .build();
  const components = { ...builder.components, schemas: namedSchemas() };
  return SwaggerModule.createDocument(app, { ...builder, components });
}
