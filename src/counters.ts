import { Counter, type Registry } from 'prom-client';

/** Makes counters of the service, in a registry: by their name, what they count, and their labels. */
export function counters(registry: Registry) {
  return (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name: `relevo_${name}`, help, labelNames, registers: [registry] });
}
