export declare const say: (line: string) => void;
export declare function step<T>(doing: string, work: (detail: (text: string) => void) => Promise<T>): Promise<T>;
