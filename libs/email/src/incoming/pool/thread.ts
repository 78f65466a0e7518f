import { serveTasks } from '@cueline/thread-pool/serve';
import { incomingTasks } from './tasks.js';

serveTasks(incomingTasks);
