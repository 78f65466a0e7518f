/** The command could not be carried out: a file, the network, an argument that does not exist. */
export class Unable extends Error {}
