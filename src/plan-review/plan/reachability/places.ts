import { append } from '../../../util/append';
import { type PlannedChange } from '../planned-change';
import { type Inventory, type Resource, type When } from './inventory';
import { ATTACHMENTS, WAYS_IN } from './network-types';

/** Finds the VPCs and subnets in which something is, or to which it is attached. */
export class Places {
  readonly #attachments = new Map<Resource, PlannedChange[]>();
  readonly #found = {
    before: new Map<Resource, readonly Resource[]>(),
    after: new Map<Resource, readonly Resource[]>(),
  };

  constructor(readonly inventory: Inventory) {
    for (const [type, argument] of Object.entries(ATTACHMENTS)) {
      for (const change of inventory.ofType(type)) {
        if (change.destroys) continue;
        for (const resource of inventory.named(change, argument, 'before')) {
          append(this.#attachments, resource, change);
        }
      }
    }
  }

  of(resource: Resource, when: When): readonly Resource[] {
    const known = this.#found[when].get(resource);
    if (known !== undefined) return known;
    // What leads back to itself, as a plan can be made to say, leads nowhere else.
    this.#found[when].set(resource, []);
    const places = [...new Set([...this.#within(resource, when), ...this.attachedTo(resource, when)])];
    this.#found[when].set(resource, places);
    return places;
  }

  attachedTo(resource: Resource, when: When): Resource[] {
    return (this.#attachments.get(resource) ?? []).flatMap((attachment) => this.of(attachment, when));
  }

  #within(resource: Resource, when: When): Resource[] {
    if (typeof resource === 'string' || !(resource.type in WAYS_IN)) return [resource];
    return WAYS_IN[resource.type].within.flatMap((argument) =>
      this.inventory.named(resource, argument, when).flatMap((place) => this.of(place, when)),
    );
  }
}
