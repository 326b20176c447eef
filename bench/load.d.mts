export declare const loadProduct: (path: string) => Promise<unknown>;
export declare const unload: () => Promise<void> | undefined;
