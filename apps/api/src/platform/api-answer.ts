import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { problemSchema } from '@cueline/contracts';
import type { z } from 'zod';
import { describeSchema } from './api-schema.js';

const problem = { 'application/problem+json': { schema: describeSchema(problemSchema) } };

/** What a route is called in the API description, what it answers, and that its errors are problem documents. */
export function ApiAnswer(
  operationId: string,
  summary: string,
  schema: z.ZodType | null,
  status = 200,
): MethodDecorator {
  const content = schema ? { content: { 'application/json': { schema: describeSchema(schema) } } } : {};
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ operationId, summary }),
    ApiResponse({ status, description: summary, ...content }),
    ApiResponse({ status: '4XX', description: 'What is wrong with the request', content: problem }),
    ApiResponse({ status: '5XX', description: 'What went wrong on our side', content: problem }),
  );
}
