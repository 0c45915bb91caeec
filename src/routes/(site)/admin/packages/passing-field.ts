/** Names of the fields that hold a module's passing score begin with this; the module's id follows. */
export const passingPrefix = 'passing:';
