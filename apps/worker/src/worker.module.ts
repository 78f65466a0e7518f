import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Sweeps } from './clock/sweeps.js';

@Module({})
export class WorkerModule {
  /** The sweeps over parts that are wired by hand: they need no container to be understood or tested. */
  static of(sweeps: Sweeps): DynamicModule {
    return {
      module: WorkerModule,
      imports: [ScheduleModule.forRoot()],
      providers: [{ provide: Sweeps, useValue: sweeps }],
    };
  }
}
