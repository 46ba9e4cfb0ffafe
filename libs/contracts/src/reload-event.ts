/** The name of the live event, without an id of anything, that says: events were missed, load everything anew. Of its own, so that a page needs no schema for it. */
export const RELOAD_EVENT = 'reload';
