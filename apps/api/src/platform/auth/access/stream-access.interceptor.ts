import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { SSE_METADATA } from '@nestjs/common/constants.js';
import { takeUntil, type Observable } from 'rxjs';
import type { CallerRequest } from '../caller.js';
import { AccessChanges } from './access-changes.js';

/** Ends every live stream whose caller has lost access. Whoever still has it connects again, as event streams do by themselves. */
@Injectable()
export class StreamAccessInterceptor implements NestInterceptor {
  constructor(private readonly changes: AccessChanges) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const stream = next.handle();
    if (!Reflect.hasMetadata(SSE_METADATA, context.getHandler())) return stream;
    const { caller } = context.switchToHttp().getRequest<CallerRequest>();
    return caller ? stream.pipe(takeUntil(this.changes.of(caller))) : stream;
  }
}
