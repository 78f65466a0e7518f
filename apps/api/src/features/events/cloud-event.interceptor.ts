import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, throwError, type Observable } from 'rxjs';
import { isBinary, namingEvents, structuredBody } from './http-binding.js';

/** Lets a route of events read each mode of the HTTP binding as structured events. Interceptors come before the body is validated. */
@Injectable()
export class CloudEventInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const body = structuredBody(request.headers, request.body);
    const binary = body !== request.body && isBinary(request.headers);
    request.body = body;
    return next
      .handle()
      .pipe(catchError((error: unknown) => throwError(() => namingEvents(error, { body, binary }))));
  }
}
