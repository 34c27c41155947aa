// Written by `npm run client` from the server's OpenAPI document. Do not edit.
export interface paths {
    "/api/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 请假与顶岗
         * @description Who is away and who stands in, for a worker their own; those without a substitute come first, as an alert (R-2.6).
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: string;
                            alert: boolean;
                            from: string;
                            grid: string;
                            handOver: string[];
                            id: string;
                            name: string;
                            /** @description Away today. */
                            now: boolean;
                            reason: string;
                            standsIn: string | null;
                            substitute: string | null;
                            to: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /**
         * 登记请假
         * @description Says who is away from when to when, who stands in, and what is handed over.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 网格员 */
                        account: string;
                        /**
                         * 起
                         * Format: date
                         */
                        from: string;
                        /** 交接清单 */
                        handOver: string[];
                        /** 事由 */
                        reason: string;
                        /** 顶岗 */
                        substitute?: string;
                        /**
                         * 止
                         * Format: date
                         */
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Nobody stands in. */
                            alert: boolean;
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/absences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 更改请假
         * @description Ends an absence earlier or later, or says who stands in; days that are over stay as they were.
         */
        put: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 顶岗 */
                        substitute?: string;
                        /**
                         * 止
                         * Format: date
                         */
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Nobody stands in. */
                            alert: boolean;
                            id: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/absences/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消请假
         * @description Cancels an absence that has not begun.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 原因 */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/absences/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可交接事项
         * @description What one of the caller’s workers has to do today, offered as lines of a hand-over list.
         */
        get: {
            parameters: {
                query: {
                    account: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 更正申请
         * @description What residents of the caller’s places say is wrong about what is held; the most urgent first.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: string | null;
                            answeredAt: string | null;
                            askedAt: string;
                            dueOn: string;
                            /** @description Can be put right together with the answer. */
                            fixable: boolean;
                            /** @description What stood there when it was asked. */
                            held: unknown;
                            id: string;
                            label: string;
                            late: boolean;
                            name: string;
                            person: string;
                            personName: string;
                            said: string;
                            /** @enum {string} */
                            state: "waiting" | "amended" | "kept";
                            unit: string | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/amendments/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 答复更正申请
         * @description Amended, where wanted with the right value at once; or not, with the reason the person will read.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 已更正 */
                        amended: boolean;
                        /** 答复 */
                        answer: string;
                        /** 看了什么凭据 */
                        proof?: string;
                        /** 更正为 */
                        value?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appraisal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 网格员考核
         * @description Shares of what was due in a month and what a second look found; the number of reports counts for nothing (R-2.11).
         */
        get: {
            parameters: {
                query: {
                    month: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                account: string;
                                agreed: number;
                                fresh: number;
                                grid: string;
                                name: string;
                                parts: {
                                    [key: string]: number | null;
                                };
                                pointsPlanned: number;
                                pointsSeen: number;
                                score: number | null;
                                subjects: number;
                                verified: number;
                                visitsDone: number;
                                visitsDue: number;
                            }[];
                            /** @description Of the parts, as the pack says. */
                            weights: {
                                [key: string]: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/buildings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区的楼栋
         * @description The buildings of one community, to match an address with; at most two thousand.
         */
        get: {
            parameters: {
                query: {
                    community: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/buildings.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 楼栋位置
         * @description The buildings of one grid as GeoJSON points in WGS84.
         */
        get: {
            parameters: {
                query: {
                    grid: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/buildings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一楼一档
         * @description One building: where it stands, in which grid since when, its doors with how many people, its organisations.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            community: string;
                            doors: number | null;
                            dwellings: {
                                id: string;
                                key: string;
                                people: number;
                                rented: boolean | null;
                                use: string | null;
                            }[];
                            floors: number | null;
                            grid: string | null;
                            grids: {
                                from: string;
                                grid: string;
                                to: string | null;
                            }[];
                            id: string;
                            lat: number | null;
                            lon: number | null;
                            name: string;
                            organisations: {
                                id: string;
                                kind: string;
                                name: string;
                                staff: number | null;
                            }[];
                            origin: string | null;
                            units: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bypass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 平台外受理
         * @description Per unit: its open intake points, the lines of its own log, how many had no matter here, and the share.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lines: number;
                            name: string;
                            outside: number;
                            points: string[];
                            rate: number | null;
                            unit: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bypass/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导入部门台账
         * @description A department’s own log as CSV (日期,事项,申请人,编号,受理点), all or nothing; matched to matters; imported again it doubles nothing.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 台账文件 */
                        csv: string;
                        /** 单位 */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lines: number;
                            matched: number;
                            outside: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bypass/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记受理点
         * @description Names a point at which a department still takes things in, or says that it was closed.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 地址 */
                        address: string;
                        /**
                         * 撤并日期
                         * Format: date
                         */
                        closedOn?: string;
                        /** 受理点 */
                        name: string;
                        /**
                         * 启用日期
                         * Format: date
                         */
                        openedOn: string;
                        /** 单位 */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            unit: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/care/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记重大变动
         * @description Says that something grave happened to somebody who is cared for; at the high level a visit is due within a day.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 变动日期
                         * Format: date
                         */
                        on: string;
                        /** 变动情况 */
                        what: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/care/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束关爱登记
         * @description Takes a resident out of a category, with the reason.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 结束日期
                         * Format: date
                         */
                        on: string;
                        /** 原因 */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/care/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 关爱类别
         * @description The categories the caller may know of, each with its owner, purpose and law (R-2.4).
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            basis: string;
                            id: string;
                            keeps: boolean;
                            level: string;
                            name: string;
                            owner: string;
                            purpose: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/care/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 应走访名单
         * @description Whom somebody should visit by which day in the caller’s places, soonest first, by the categories the caller may know of.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            everyDays: {
                                [key: string]: number;
                            };
                            today: string;
                            visits: {
                                address: string | null;
                                categories: {
                                    care: string;
                                    level: string;
                                    name: string;
                                }[];
                                due: string;
                                grid: string;
                                gridName: string;
                                last: string | null;
                                name: string;
                                person: string;
                            }[];
                            withinHoursOfChange: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/cast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 演示人物
         * @description The invented people of the demo district, to sign in as with one click.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: string;
                            face: string;
                            name: string;
                            story: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 拨快演示时间
         * @description Moves the demo district’s time forward; never backwards. Exists in the demo only.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 时间
                         * Format: date-time
                         */
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            now: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 取回草稿
         * @description The caller's unfinished answers to an item, or null.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown | null;
                    };
                };
            };
        };
        /**
         * 保存草稿
         * @description Keeps unfinished answers, encrypted, for thirty days; gone on submission.
         */
        put: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    item: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 做到哪里 */
                        at?: string;
                        /** 表单 */
                        form: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            savedAt: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /**
         * 删除草稿
         * @description Throws the unfinished answers away.
         */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    item: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dwellings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待匹配地址
         * @description Homes in the caller’s places whose address names no building we know; at most two hundred.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string;
                            community: string;
                            communityId: string;
                            id: string;
                            people: number;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dwellings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一户一档（住房）
         * @description One dwelling: what is known of it, who lives or is registered there, and who did before.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string;
                            area: number | null;
                            building: string | null;
                            buildingName: string | null;
                            /** @description Registered here, but in the places of others now. */
                            elsewhere: number;
                            grid: string | null;
                            id: string;
                            past: {
                                from: string;
                                kind: string;
                                name: string;
                                to: string;
                                why: string | null;
                            }[];
                            people: {
                                age: number | null;
                                how: string[];
                                id: string;
                                name: string;
                                relation: string | null;
                                sex: string | null;
                            }[];
                            records: {
                                collectedAt: string;
                                says: {
                                    [key: string]: unknown;
                                };
                                source: string;
                            }[];
                            rented: boolean | null;
                            use: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dwellings/{id}/building": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 匹配地址
         * @description Says in which building an unmatched home is; the people behind its door come into that building’s grid.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 楼栋 */
                        building: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出申请
         * @description The caller’s own requests, those that wait for the caller’s decision, and those decided that the caller may know of; and what can be asked for.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            categories: {
                                id: string;
                                name: string;
                                sensitive: boolean;
                            }[];
                            decided: {
                                capacity: string;
                                columns: {
                                    full: boolean;
                                    title: string;
                                }[];
                                days: number;
                                decidedAt: string | null;
                                decider: string | null;
                                decides: string | null;
                                done: number;
                                expiresAt: string | null;
                                format: string;
                                full: boolean;
                                id: string;
                                justification: string | null;
                                lines: number;
                                mostTaken: number;
                                note: string | null;
                                number: string;
                                place: string;
                                purpose: string;
                                requestedAt: string;
                                requester: string;
                                /** @description waiting, refused, cancelled, making, ready, failed or expired. */
                                state: string;
                                taken: number;
                                takes: string | null;
                                /** @description What it is a list of, and which. */
                                title: string;
                                unit: string;
                            }[];
                            kinds: {
                                columns: {
                                    full: boolean;
                                    id: string;
                                    title: string;
                                }[];
                                title: string;
                                /** @enum {string} */
                                what: "residents" | "care" | "households" | "organisations";
                            }[];
                            mine: {
                                capacity: string;
                                columns: {
                                    full: boolean;
                                    title: string;
                                }[];
                                days: number;
                                decidedAt: string | null;
                                decider: string | null;
                                decides: string | null;
                                done: number;
                                expiresAt: string | null;
                                format: string;
                                full: boolean;
                                id: string;
                                justification: string | null;
                                lines: number;
                                mostTaken: number;
                                note: string | null;
                                number: string;
                                place: string;
                                purpose: string;
                                requestedAt: string;
                                requester: string;
                                /** @description waiting, refused, cancelled, making, ready, failed or expired. */
                                state: string;
                                taken: number;
                                takes: string | null;
                                /** @description What it is a list of, and which. */
                                title: string;
                                unit: string;
                            }[];
                            most: {
                                [key: string]: number;
                            };
                            standings: {
                                /** @enum {string} */
                                id: "registered" | "present" | "usual";
                                title: string;
                            }[];
                            toDecide: {
                                capacity: string;
                                columns: {
                                    full: boolean;
                                    title: string;
                                }[];
                                days: number;
                                decidedAt: string | null;
                                decider: string | null;
                                decides: string | null;
                                done: number;
                                expiresAt: string | null;
                                format: string;
                                full: boolean;
                                id: string;
                                justification: string | null;
                                lines: number;
                                mostTaken: number;
                                note: string | null;
                                number: string;
                                place: string;
                                purpose: string;
                                requestedAt: string;
                                requester: string;
                                /** @description waiting, refused, cancelled, making, ready, failed or expired. */
                                state: string;
                                taken: number;
                                takes: string | null;
                                /** @description What it is a list of, and which. */
                                title: string;
                                unit: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * 申请导出
         * @description Asks for a list with a purpose; masked unless columns in full are chosen and justified. Nothing leaves before a second person agrees.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 年龄从 */
                        ageFrom?: number;
                        /** 年龄到 */
                        ageTo?: number;
                        /** 关爱类别 */
                        category?: string;
                        /** 列 */
                        columns: string[];
                        /** 有效天数 */
                        days: number;
                        /**
                         * 格式
                         * @enum {string}
                         */
                        format: "xlsx" | "csv";
                        /** 为什么遮盖后的不够用 */
                        justification?: string;
                        /** 地方 */
                        place: string;
                        /** 用途 */
                        purpose: string;
                        /**
                         * 人口口径
                         * @enum {string}
                         */
                        standing?: "registered" | "present" | "usual";
                        /**
                         * 名单
                         * @enum {string}
                         */
                        what: "residents" | "care" | "households" | "organisations";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            lines: number;
                            number: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回导出申请
         * @description Takes one’s own request back while nobody has decided it.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审批导出
         * @description A second person says yes or no, with a word why; never the one who asked.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 同意 */
                        approve: boolean;
                        /** 审批意见 */
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载导出文件
         * @description The file, to the one who asked, until it expires and five times at most; every person in it can read that it was taken.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 今日清单
         * @description What is to be done today in the caller’s grids, with what must be known for it without a signal; expires within a day.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            collect: {
                                label: string;
                                name: string;
                            }[];
                            day: string;
                            expiresAt: string;
                            grids: {
                                for: string | null;
                                id: string;
                                name: string;
                            }[];
                            /** @description The account’s own secret, base64: the phone derives the key of its store from it, and keeps only the key. */
                            lock: string;
                            photosPerEntry: number;
                            plans: {
                                points: {
                                    checks: string[];
                                    id: string;
                                    name: string;
                                }[];
                                subject: string;
                            }[];
                            sheets: {
                                address: string;
                                age: number | null;
                                attributes: {
                                    collectedAt: string;
                                    label: string;
                                    name: string;
                                    value: unknown;
                                }[];
                                dwelling: string | null;
                                household: {
                                    age: number | null;
                                    name: string;
                                    relation: string | null;
                                }[];
                                name: string;
                                phone: string | null;
                                sex: string | null;
                                subject: string;
                            }[];
                            tasks: {
                                due: string;
                                kind: string;
                                subject: string;
                                title: string;
                                where: string;
                                why: string;
                            }[];
                            workHours: {
                                from: string;
                                to: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 已收到的记录
         * @description What arrived from the caller’s phones, newest first, a hundred at a time: to compare with what a phone still holds.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only what arrived before this n. */
                    before?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            kind: string;
                            n: number;
                            occurredAt: string;
                            photos: number;
                            receivedAt: string;
                            subject: string;
                            text: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /**
         * 网格记录
         * @description One thing done in the grid, under the id the phone gave it and the same id as idempotency key: kept once, in order per subject.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 前一条 */
                        after: string | null;
                        /** 采集内容 */
                        base?: {
                            [key: string]: string | number | null;
                        };
                        /**
                         * 编号
                         * Format: uuid
                         */
                        id: string;
                        /**
                         * 种类
                         * @enum {string}
                         */
                        kind: "visit" | "collect" | "patrol" | "refused" | "diary" | "task" | "newcomer";
                        /**
                         * 发生时间
                         * Format: date-time
                         */
                        occurredAt: string;
                        /** 照片 */
                        photos: string[];
                        /** 点位 */
                        points?: {
                            /** Format: date-time */
                            at: string;
                            id: string;
                            note: string;
                            ok: boolean;
                        }[];
                        /** 位置 */
                        position?: {
                            accuracy: number;
                            lat: number;
                            lon: number;
                        } | null;
                        /**
                         * 时钟差
                         * @description The phone’s clock less ours, in milliseconds.
                         */
                        skewMs: number;
                        /** 对象 */
                        subject: string;
                        /** 内容 */
                        text: string;
                        /** 采集内容 */
                        values?: {
                            [key: string]: string | number | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @description The server’s order. */
                            n: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/newcomers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待登记的新住户
         * @description Whom grid workers met in the caller’s places and nobody has registered yet, numbers masked: a second person registers them.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string;
                            at: string;
                            collector: string;
                            dwelling: string;
                            grid: string;
                            id: string;
                            /** @description Masked. */
                            idNumber: string;
                            name: string;
                            phone: string | null;
                            since: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/field/persons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 入户档案
         * @description One resident of the caller’s grids as the phone keeps them: what is asked at the door, and the household; that it was opened is recorded.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string;
                            age: number | null;
                            attributes: {
                                collectedAt: string;
                                label: string;
                                name: string;
                                value: unknown;
                            }[];
                            dwelling: string | null;
                            household: {
                                age: number | null;
                                name: string;
                                relation: string | null;
                            }[];
                            name: string;
                            phone: string | null;
                            sex: string | null;
                            subject: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传文件
         * @description Takes one picture or PDF of at most 10 MB; judged by its bytes, stripped of position data.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number;
                            id: string;
                            mime: string;
                            name: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 取文件
         * @description The bytes, for whoever uploaded them or may see a case that carries them.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 网格一览
         * @description The grids of one community that the caller may look at: how large, who walks them, whether somebody is missing.
         */
        get: {
            parameters: {
                query: {
                    community: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            buildings: number;
                            code: string | null;
                            /** @description The day of the count. */
                            counted: string;
                            id: string;
                            name: string;
                            /** @description Who live there by the registry; rounded to five for whoever may not open their files. */
                            people: number;
                            workers: {
                                account: string;
                                away: boolean;
                                name: string;
                                phone: string | null;
                                share: number | null;
                                shift: string | null;
                                substitute: string | null;
                            }[];
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grids/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个网格
         * @description One grid: its workers, its buildings, what it was called and coded when, what came before and after it.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            boundary: unknown | null;
                            buildings: {
                                doors: number | null;
                                id: string;
                                name: string;
                                people: number | null;
                            }[];
                            code: string | null;
                            community: string;
                            communityName: string;
                            counts: {
                                day: string;
                                /** @description What every part was rounded to; 1 is not at all. */
                                least: number;
                                present: number;
                                registered: number;
                                usual: number;
                            } | null;
                            from: string;
                            history: {
                                code: string | null;
                                from: string;
                                name: string;
                                to: string | null;
                            }[];
                            id: string;
                            name: string;
                            past: {
                                from: string;
                                name: string;
                                share: number | null;
                                shift: string | null;
                                to: string;
                            }[];
                            predecessors: {
                                at: string;
                                id: string;
                                name: string;
                            }[];
                            successors: {
                                at: string;
                                id: string;
                                name: string;
                            }[];
                            to: string | null;
                            workers: {
                                account: string;
                                away: boolean;
                                name: string;
                                phone: string | null;
                                share: number | null;
                                shift: string | null;
                                substitute: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grids/{id}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 网格公示牌
         * @description What must be posted of a grid: its name, place, who works there, their duty phone, and where to complain (R-2.1).
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            boundary: unknown | null;
                            code: string | null;
                            community: string;
                            /** @description The day of the count. */
                            counted: string;
                            id: string;
                            name: string;
                            /** @description Who live there by the registry, rounded. */
                            people: number;
                            since: string;
                            successors: {
                                id: string;
                                name: string;
                            }[];
                            supervision: string | null;
                            until: string | null;
                            /** @description The day on which what stands here last changed. */
                            updated: string;
                            workers: {
                                away: boolean;
                                duty: string;
                                name: string;
                                phone: string | null;
                                shift: string | null;
                                substitute: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grids/{id}/notice.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 网格公示牌（打印）
         * @description The public notice of a grid as one A4 page, with a code that leads to it (R-2.1).
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grids/divisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 划分网格
         * @description Splits, merges or re-divides grids of one community from a day on; the old ones end, their buildings go over.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 生效日期
                         * Format: date
                         */
                        at: string;
                        /** 旧网格 */
                        from: string[];
                        /** 新网格 */
                        into: {
                            /** 楼栋 */
                            buildings: string[];
                            /** 名称 */
                            name: string;
                            /** 网格员 */
                            worker?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            grids: {
                                code: string;
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grids/divisions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 划分预览
         * @description What a division would make: how much each new grid holds and its boundary. Changes nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 生效日期
                         * Format: date
                         */
                        at: string;
                        /** 旧网格 */
                        from: string[];
                        /** 新网格 */
                        into: {
                            /** 楼栋 */
                            buildings: string[];
                            /** 名称 */
                            name: string;
                            /** 网格员 */
                            worker?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            boundary: unknown | null;
                            buildings: number;
                            code: string;
                            homes: number;
                            name: string;
                            people: number;
                        }[];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/grids/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 网格员
         * @description The grid workers of the caller’s places: their grid, A or B post, and share of time.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: string;
                            grid: string;
                            gridName: string;
                            name: string;
                            phone: string | null;
                            post: string;
                            share: number | null;
                            shift: string | null;
                            since: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 是否就绪
         * @description Says ok when the server and its database answer.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我们已有的信息
         * @description What the district holds about the caller, with source and date; offered, never asked again.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            collectedAt: string;
                            label: string;
                            name: string;
                            source: string;
                            /**
                             * @description What it is about; `follows` is reckoned from the others.
                             * @enum {string}
                             */
                            subject: "self" | "contact" | "home" | "household" | "work" | "care" | "papers" | "follows";
                            value: unknown;
                            /** @description The value as a person reads it. */
                            words: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/held/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的更正申请
         * @description What the caller said is wrong about what is held, until when it is answered, and the answers.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            answer: string | null;
                            answeredAt: string | null;
                            askedAt: string;
                            dueOn: string;
                            /** @description What stood there when it was asked. */
                            held: unknown;
                            id: string;
                            label: string;
                            late: boolean;
                            name: string;
                            said: string;
                            /** @enum {string} */
                            state: "waiting" | "amended" | "kept";
                            unit: string | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /**
         * 申请更正我的信息
         * @description Says that one held value is wrong and what is right; the window answers within fifteen days.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 哪一项 */
                        name: string;
                        /** 正确的是什么 */
                        said: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dueOn: string;
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/held/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 谁看过我的信息
         * @description Who looked at the caller’s own data or took a file in which they stand: in which capacity, when and for which purpose.
         */
        get: {
            parameters: {
                query?: {
                    before?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: number | null;
                            rows: {
                                at: string;
                                capacity: string | null;
                                duty: string | null;
                                how: string | null;
                                number: string | null;
                                purpose: string | null;
                                unit: string | null;
                                /** @description person.looked-up, person.revealed or person.exported. */
                                what: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/held/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 窗口查人
         * @description Finds the person at the window by identity number (in the body, never in a URL) and what we hold about them; logged.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 身份证号 */
                        idNumber: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            held: {
                                collectedAt: string;
                                label: string;
                                name: string;
                                source: string;
                                /**
                                 * @description What it is about; `follows` is reckoned from the others.
                                 * @enum {string}
                                 */
                                subject: "self" | "contact" | "home" | "household" | "work" | "care" | "papers" | "follows";
                                value: unknown;
                                /** @description The value as a person reads it. */
                                words: string;
                            }[];
                            name: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/homes/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查找房屋和单位
         * @description Finds buildings, homes and organisations in the caller’s places by address, name or credit code; at most twenty of each.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 查找 */
                        q: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            buildings: {
                                community: string;
                                grid: string | null;
                                id: string;
                                name: string;
                            }[];
                            dwellings: {
                                address: string;
                                building: string | null;
                                id: string;
                                people: number;
                            }[];
                            organisations: {
                                community: string | null;
                                id: string;
                                kind: string;
                                name: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一户一档（户籍）
         * @description One registered household by its number: its address and its members.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string | null;
                            dwelling: string | null;
                            /** @description Members who are in the places of others now. */
                            elsewhere: number;
                            members: {
                                age: number | null;
                                how: string[];
                                id: string;
                                name: string;
                                relation: string | null;
                                sex: string | null;
                            }[];
                            number: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{number}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记户主
         * @description Names the head of a registered household; what each was to the former head stays in the history.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 户主 */
                        person: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导入记录
         * @description The latest fifty spreadsheets on their way in, and the columns each kind may have.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            jobs: {
                                bad: number;
                                choice: string | null;
                                collectedOn: string | null;
                                createdAt: string;
                                createdBy: string;
                                done: number;
                                forecast: {
                                    [key: string]: number;
                                } | null;
                                forecastAt: string | null;
                                good: number;
                                headings: string[];
                                id: string;
                                kept: boolean;
                                kind: string;
                                lines: number;
                                mapping: {
                                    [key: string]: number;
                                } | null;
                                name: string;
                                result: {
                                    [key: string]: number;
                                } | null;
                                source: string | null;
                                /** @description uploaded, checking, checked, importing, done, cancelled or failed. */
                                state: string;
                                why: string | null;
                            }[];
                            kinds: {
                                columns: {
                                    field: string;
                                    hint: string;
                                    required: boolean;
                                    title: string;
                                }[];
                                kind: string;
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * 上传表格
         * @description Takes one xlsx or csv file of at most 128 MiB (field file, after the field kind); nothing is imported yet.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            headings: string[];
                            id: string;
                            mapping: {
                                [key: string]: number;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次导入
         * @description How far it is, and the first hundred faults, by line.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bad: number;
                            choice: string | null;
                            collectedOn: string | null;
                            createdAt: string;
                            createdBy: string;
                            done: number;
                            faults: {
                                field: string;
                                message: string;
                                n: number;
                            }[];
                            forecast: {
                                [key: string]: number;
                            } | null;
                            forecastAt: string | null;
                            good: number;
                            headings: string[];
                            id: string;
                            kind: string;
                            lines: number;
                            mapping: {
                                [key: string]: number;
                            } | null;
                            name: string;
                            /** @description Whether the caller uploaded it: nobody else gets the sheet back. */
                            own: boolean;
                            result: {
                                [key: string]: number;
                            } | null;
                            /** @description The first lines, masked; empty when the file is no longer kept. */
                            sample: string[][];
                            source: string | null;
                            /** @description uploaded, checking, checked, importing, done, cancelled or failed. */
                            state: string;
                            suggested: {
                                mapping: {
                                    [key: string]: number;
                                };
                                source: string | null;
                            };
                            why: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消导入
         * @description Stops it; nothing of it has happened.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 试运行
         * @description Checks every line against every rule; changes nothing that is known.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 数据日期
                         * Format: date
                         */
                        collectedOn: string;
                        /** 列对应 */
                        mapping: {
                            [key: string]: number;
                        };
                        /** 来源 */
                        source: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 错误文件
         * @description The uploaded sheet as CSV with one more column that says what is wrong with each line; only for who uploaded it, for a week.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导入
         * @description Brings the checked lines in, in one transaction: all or nothing, or without the bad lines, as chosen.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 有错时
                         * @enum {string}
                         */
                        choice: "all-or-nothing" | "skip-bad";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导入模板
         * @description An xlsx file with the headings of one kind and one made-up line; identity numbers are text there.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kind: "residents" | "dwellings" | "buildings" | "organisations";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 指标目录
         * @description The cards of all indicators: what each counts, in which unit, from where, and its target.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            better: "more" | "less";
                            /** @description 代码: S02, S04-1 */
                            code: string;
                            /**
                             * @description 采集方式: from rows, or told by somebody (填报).
                             * @enum {string}
                             */
                            collection: "auto" | "told";
                            denominator: string | null;
                            digest: string;
                            dimensions: ("community" | "grid" | "line" | "month")[];
                            /** @description 计算公式, in words */
                            formula: string;
                            /**
                             * @description 频率
                             * @enum {string}
                             */
                            frequency: "day" | "month" | "quarter" | "year";
                            /** @description Since when this wording holds. */
                            from: string;
                            id: string;
                            /** @enum {string} */
                            kind: "count" | "share" | "ratio";
                            /** @description 口径 */
                            meaning: string;
                            /** @description 名称 */
                            name: string;
                            /** @description 分子, in words */
                            numerator: string;
                            /** @description What the rows of a share are: 件次 */
                            of?: string;
                            /** @description The indicator a ratio is taken by. */
                            over?: string;
                            /** @description 责任单位 */
                            owner: string;
                            per?: number;
                            /** @enum {string} */
                            period: "point" | "span" | "cumulative";
                            /**
                             * @description 可公开级别
                             * @enum {string}
                             */
                            publish: "public" | "inner";
                            /**
                             * @description 审核人
                             * @enum {string}
                             */
                            reviewer: "clerk" | "handler" | "head" | "leader" | "supervisor" | "dispatcher" | "grid-worker" | "grid-head" | "data-manager" | "catalogue-manager" | "rating-manager" | "register-keeper" | "party-worker" | "statistician" | "system-admin" | "security-admin" | "audit-admin" | "deputy";
                            /** @description Where a cumulative one begins. */
                            since?: string;
                            /** @description It counts people: to what its parts are rounded (0011). */
                            small?: number;
                            /** @description 数据来源 */
                            source: string;
                            target: {
                                /** @description 期限 */
                                by: string;
                                /** @description 文件 */
                                document: string;
                                value: number;
                            } | null;
                            /** @description Of the value: 件次, %, 名/万人 */
                            unit: string;
                            version: number;
                            warn: number | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{id}/figure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 指标数值
         * @description One figure for a period and a place, with what it is made of, the digest of its definition and the moment its rows were read; `by` adds the same for every community.
         */
        get: {
            parameters: {
                query: {
                    by?: "community";
                    from?: string;
                    period?: "span" | "cumulative";
                    place?: string;
                    to: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cells?: {
                                denominator: number | null;
                                /** @enum {string} */
                                light: "met" | "near" | "missed" | "unknown" | "no-target";
                                name: string;
                                numerator: number;
                                place: string;
                                /** @description How many rows lie behind it. */
                                rows: number;
                                value: number | null;
                            }[];
                            /** Format: date-time */
                            cutOff: string;
                            denominator: number | null;
                            /** @description Of the definition it was reckoned by. */
                            digest: string;
                            from: string | null;
                            indicator: string;
                            /** @enum {string} */
                            light: "met" | "near" | "missed" | "unknown" | "no-target";
                            name: string;
                            numerator: number;
                            /** @enum {string} */
                            period: "point" | "span" | "cumulative";
                            place: string;
                            placeName: string;
                            /** @description How many rows lie behind it. */
                            rows: number;
                            to: string;
                            unit: string;
                            value: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{id}/kept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 留存的数
         * @description What was ever kept of an indicator for a place, newest first; a restated figure stands beside what restates it.
         */
        get: {
            parameters: {
                query?: {
                    place?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            computedBy: string | null;
                            /** Format: date-time */
                            cutOff: string;
                            denominator: number | null;
                            departmentBy: string | null;
                            digest: string;
                            from: string | null;
                            id: string;
                            indicator: string;
                            lockedAt: string | null;
                            lockedBy: string | null;
                            /** @description Why the caller may not sign the next step, or set a value: null where they may. */
                            may: {
                                override: string | null;
                                sign: string | null;
                            };
                            numerator: number | null;
                            override: number | null;
                            overrideBy: string | null;
                            overrideReason: string | null;
                            place: string;
                            reason: string | null;
                            restates: string | null;
                            reviewedBy: string | null;
                            /** @enum {string} */
                            status: "draft" | "department" | "reviewed" | "locked";
                            to: string;
                            value: number | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /**
         * 留存一个数
         * @description Reckons a figure now and keeps it as a draft; where one of the same place and time is locked, the new one restates it and says why.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 起
                         * Format: date
                         */
                        from?: string;
                        /**
                         * 期间或累计
                         * @enum {string}
                         */
                        period?: "span" | "cumulative";
                        /** 地方 */
                        place?: string;
                        /** 更正原因 */
                        reason?: string;
                        /**
                         * 止
                         * Format: date
                         */
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            restates: string | null;
                            status: string;
                            value: number | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 指标明细
         * @description The rows behind a figure, those of the caller’s own places: the same query, not summed; `counted` says which are in the numerator.
         */
        get: {
            parameters: {
                query: {
                    from?: string;
                    period?: "span" | "cumulative";
                    place?: string;
                    to: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            columns: string[];
                            more: boolean;
                            rows: {
                                [key: string]: string | number | boolean | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 全部指标的数值
         * @description The figure of every indicator for a period and a place, in the order of the cards.
         */
        get: {
            parameters: {
                query: {
                    from?: string;
                    period?: "span" | "cumulative";
                    place?: string;
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            cutOff: string;
                            denominator: number | null;
                            /** @description Of the definition it was reckoned by. */
                            digest: string;
                            from: string | null;
                            indicator: string;
                            /** @enum {string} */
                            light: "met" | "near" | "missed" | "unknown" | "no-target";
                            numerator: number;
                            /** @enum {string} */
                            period: "point" | "span" | "cumulative";
                            place: string;
                            placeName: string;
                            /** @description How many rows lie behind it. */
                            rows: number;
                            to: string;
                            value: number | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查找事项
         * @description Items by plain words, fragments, pinyin or pinyin initials, best match first.
         */
        get: {
            parameters: {
                query?: {
                    line?: "social-insurance" | "medical-insurance" | "civil-affairs" | "health" | "disabled" | "housing" | "employment-veterans";
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            joint: boolean;
                            limits: {
                                legal: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "workday" | "day" | "hour" | "month";
                                } | null;
                                promised: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "workday" | "day" | "hour" | "month";
                                };
                            };
                            line: string;
                            lineName: string;
                            name: string;
                            projectType: string;
                            summary: string;
                            visits: number;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 办事指南
         * @description The guide to one item: conditions, materials, limits, result, and the form to fill.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bodies: {
                                /** @description Whose seal accepts. */
                                accept: string;
                                /** @description Who decides; leads where handling is joint. */
                                decide: string;
                                /** @description Who issues the result. */
                                issue: string;
                            };
                            conditions: string[];
                            fee: string | null;
                            /** @description The JSON Schema of the questions, in their order. */
                            form: unknown;
                            id: string;
                            joint: boolean;
                            keywords: string[];
                            legalBasis: {
                                article: string | null;
                                /** @description Law or document. */
                                law: string;
                            }[];
                            limits: {
                                legal: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "workday" | "day" | "hour" | "month";
                                } | null;
                                promised: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "workday" | "day" | "hour" | "month";
                                };
                            };
                            line: string;
                            lineName: string;
                            materials: {
                                /** @description The acceptance standard, in words the applicant understands. */
                                check: string;
                                /** @description Unique within the item. */
                                code: string;
                                copies: {
                                    copy: number;
                                    original: number;
                                };
                                /** @enum {string} */
                                form: "paper" | "electronic" | "either";
                                held: string | null;
                                /** @description Never a catch-all such as 其他材料 (R-1.2). */
                                name: string;
                                /**
                                 * @description deferrable: may be promised (容缺).
                                 * @enum {string}
                                 */
                                necessity: "required" | "conditional" | "deferrable";
                                /** @enum {string} */
                                source: "applicant" | "government" | "other";
                                /** @description Asked only when this fact holds (`fact` or `!fact`). */
                                when?: string;
                            }[];
                            name: string;
                            projectType: string;
                            result: {
                                /** @enum {string} */
                                kind: "licence" | "document" | "service";
                                /** @description What comes out. */
                                name: string;
                            };
                            special: {
                                expected: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "workday" | "day" | "hour" | "month";
                                };
                                /** @description Kind of special procedure. */
                                kind: string;
                            }[];
                            summary: string;
                            tolerance: {
                                limit: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "workday" | "day" | "hour" | "month";
                                };
                            } | null;
                            version: number;
                            visits: number;
                            whyVisit: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/items/{item}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 检查回答
         * @description Checks the answers so far (all, or only those to the named questions) and says which facts follow from them.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 表单 */
                        form: {
                            [key: string]: unknown;
                        };
                        /** 问题 */
                        only?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            facts: {
                                [key: string]: boolean;
                            };
                            problems: {
                                field: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kept-figures/{id}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 改一个数
         * @description Sets a value by hand beside the reckoned one, with reason and signer; both stay, and it is signed anew.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 改数的理由 */
                        reason: string;
                        /** 数值 */
                        value: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            override: number;
                            status: string;
                            value: number | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kept-figures/{id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签一个数
         * @description Signs a kept figure onward, each step by another person: the department, the reviewer, then locked for good.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 哪一步
                         * @enum {string}
                         */
                        step: "department" | "reviewed" | "locked";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            status: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledgers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账目录
         * @description The books the district keeps: their ids and titles.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            title: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledgers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账
         * @description One book for a period, for the places the caller may see; at most a thousand lines on screen.
         */
        get: {
            parameters: {
                query: {
                    from: string;
                    place?: string;
                    to: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            columns: string[];
                            more: boolean;
                            rows: {
                                [key: string]: string | number | boolean | null;
                            }[];
                            title: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledgers/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导出台账
         * @description The whole book for a period as CSV; who took it and for which purpose is recorded.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 起
                         * Format: date
                         */
                        from: string;
                        /** 社区 */
                        place?: string;
                        /** 用途 */
                        purpose: string;
                        /**
                         * 止
                         * Format: date
                         */
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            csv: string;
                            name: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看记录审计
         * @description Who looked at how many residents in at most 31 days, whoever stands out first; and each look, newest first, with masked names.
         */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    before?: number;
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: string;
                            lookers: {
                                account: string;
                                lines: number;
                                name: string;
                                opened: number;
                                /** @description Different residents whose file was opened or numbers were shown. */
                                persons: number;
                                revealed: number;
                                standsOut: boolean;
                                taken: number;
                                unit: string | null;
                            }[];
                            next: number | null;
                            rows: {
                                account: string;
                                at: string;
                                capacity: string | null;
                                duty: string | null;
                                how: string | null;
                                lines: number | null;
                                name: string;
                                number: string | null;
                                person: string | null;
                                purpose: string | null;
                                unit: string | null;
                                what: string;
                            }[];
                            to: string;
                            /** @description The middle number of people, of all who looked at anybody. */
                            usual: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 办件列表
         * @description Matters the caller may see, newest first, fifty a page; filters are the URL.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    light?: "green" | "yellow" | "red" | "stopped" | "done";
                    mine?: boolean;
                    place?: string;
                    q?: string;
                    solution?: "unknown" | "solved" | "disputed";
                    status?: string;
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            rows: {
                                /** @description Masked name. */
                                applicant: string;
                                dueAt: string | null;
                                /** @description Who holds it now, in a few words. */
                                holder: string;
                                leadUnit: string;
                                /** @enum {string} */
                                light: "green" | "yellow" | "red" | "stopped" | "done";
                                number: string;
                                place: string;
                                /** Format: date-time */
                                receivedAt: string;
                                remaining: string | null;
                                status: string;
                                statusText: string;
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * 提交申请
         * @description Submits an application: by a resident for oneself, or by a clerk for the person at the window.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            /** @description Submits an application: by a resident for oneself, or by a clerk for the person at the window. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 申请人 */
                        applicant: {
                            /** 住址 */
                            address: string;
                            /** 身份证号 */
                            idNumber: string;
                            /** 姓名 */
                            name: string;
                            /** 手机号 */
                            phone: string;
                        };
                        /**
                         * 上门收件
                         * @description By a clerk only: taken at the applicant’s home.
                         */
                        door?: boolean;
                        /** 表单 */
                        form: {
                            [key: string]: unknown;
                        };
                        /** 事项 */
                        item: string;
                        /**
                         * 补录
                         * @description By a clerk only: taken on paper before; counts from then once approved.
                         */
                        late?: {
                            /** 补录原因 */
                            reason: string;
                            /**
                             * 实际收件时间
                             * Format: date-time
                             */
                            receivedAt: string;
                        };
                        /** 材料 */
                        materials: {
                            /** 材料代码 */
                            code: string;
                            /** 材料文件 */
                            files?: string[];
                            /**
                             * 材料状态
                             * @enum {string}
                             */
                            status: "received" | "held" | "missing";
                        }[];
                        /** 所在社区 */
                        place: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 办件页
         * @description The whole page of one matter, with what the caller may do and why not; 404 when out of scope.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Per act: null when the caller may, else the Chinese reason why not. */
                            abilities: {
                                [key: string]: string | null;
                            };
                            acceptedAt: string | null;
                            acceptUnit: string;
                            acceptUnitName: string;
                            answers: {
                                name: string;
                                text: string;
                                title: string;
                            }[];
                            /** @description Masked name. */
                            applicant: string;
                            applicantParty: {
                                address: string;
                                idNumber: string;
                                name: string;
                                phone: string;
                            };
                            channel: string;
                            clocks: {
                                dueAt: string | null;
                                endedAt: string | null;
                                /** @description How the date came about, step by step, for a person to check. */
                                explanation: {
                                    date: string;
                                    text: string;
                                }[];
                                extensions: {
                                    amount: number;
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    reason: string;
                                }[];
                                id: string;
                                late: boolean;
                                legal: number | null;
                                legalDueAt: string | null;
                                /** @enum {string} */
                                light: "green" | "yellow" | "red" | "stopped" | "done";
                                limit: {
                                    amount: number;
                                    /** @enum {string} */
                                    unit: "workday" | "day" | "hour" | "month";
                                };
                                /**
                                 * @description notice: 5 wd to accept or tell; correction/tolerance: the applicant's time; total; task; delivery; contact: after a bad rating; reply: to a supervision.
                                 * @enum {string}
                                 */
                                name: "notice" | "correction" | "tolerance" | "total" | "task" | "timer" | "delivery" | "contact" | "reply" | "hold" | "dispute" | "rectify";
                                /** @description The clock stands still and the date counts on the stop ending as expected. */
                                provisional: boolean;
                                /** Format: date-time */
                                startedAt: string;
                                stops: {
                                    expectedEnd: string | null;
                                    /** Format: date-time */
                                    from: string;
                                    reason: string;
                                    to: string | null;
                                }[];
                                taskId: string | null;
                            }[];
                            closedAt: string | null;
                            closing: string | null;
                            conditions: string[];
                            correction: {
                                /** Format: date-time */
                                at: string;
                                dueAt: string | null;
                                items: string[];
                            } | null;
                            decidedAt: string | null;
                            decision: {
                                outcome: string;
                                reason: string;
                                remedy: string | null;
                            } | null;
                            /** @description Accepted by the law, because no notice was given in time. */
                            deemed: boolean;
                            delivery: {
                                /** Format: date-time */
                                at: string;
                                method: string;
                                receivedBy: string;
                            } | null;
                            dueAt: string | null;
                            events: {
                                /** Format: date-time */
                                at: string;
                                capacity: string | null;
                                id: number;
                                /** @description The event as a Chinese sentence. */
                                text: string;
                                unit: string | null;
                                verb: string;
                                who: string;
                            }[];
                            exceptions: {
                                dispute?: {
                                    answer: string | null;
                                    /** Format: date-time */
                                    at: string;
                                    words: string;
                                };
                                helper?: {
                                    how: string;
                                    name: string;
                                };
                                late?: {
                                    approved: boolean | null;
                                    reason: string;
                                    /** Format: date-time */
                                    receivedAt: string;
                                };
                                representative?: {
                                    authorisation: string;
                                    kind: string;
                                    why: string;
                                };
                                undelivered?: {
                                    reason: string;
                                    until: string;
                                };
                                vertical?: {
                                    number: string;
                                    system: string;
                                };
                                visit?: {
                                    day: string;
                                    done: string | null;
                                    slot: string;
                                    where: string;
                                };
                            };
                            extension: {
                                amount: number;
                                decided: boolean | null;
                                decidedBy: string | null;
                                note: string | null;
                                reason: string;
                                requestedBy: string;
                            } | null;
                            /** @description Who holds it now, in a few words. */
                            holder: string;
                            /** @description Who holds it, since when, until when: one sentence. */
                            holding: string;
                            itemId: string;
                            itemVersion: number;
                            lanes: {
                                /** Format: date-time */
                                from: string;
                                lanes: {
                                    name: string;
                                    /** @description 牵头 lead, 协办 co-unit, 受理 accepting window, 申请人 applicant */
                                    role: string;
                                    spans: {
                                        /** Format: date-time */
                                        from: string;
                                        /** @enum {string} */
                                        kind: "waiting" | "running" | "stopped" | "returned" | "done" | "late";
                                        label: string;
                                        to: string | null;
                                    }[];
                                    unit: string;
                                }[];
                                legalAt: string | null;
                                /** Format: date-time */
                                now: string;
                                promisedAt: string | null;
                                /** @description Rest days as civil dates, both ends included. */
                                rest: {
                                    from: string;
                                    name: string;
                                    to: string;
                                }[];
                                /** Format: date-time */
                                to: string;
                            };
                            leadUnit: string;
                            leadUnitName: string;
                            /** @enum {string} */
                            light: "green" | "yellow" | "red" | "stopped" | "done";
                            line: string;
                            materials: {
                                code: string;
                                files: {
                                    bytes: number;
                                    id: string;
                                    mime: string;
                                    name: string;
                                }[];
                                name: string;
                                necessity: string;
                                note: string | null;
                                /** @enum {string} */
                                status: "missing" | "received" | "held" | "promised";
                            }[];
                            number: string;
                            /** @description Numbers of open matters of the same person on the same item. */
                            others: string[];
                            outcome: string | null;
                            papers: {
                                id: string;
                                /** Format: date-time */
                                issuedAt: string;
                                kind: string;
                                number: string;
                                sealUnit: string;
                                title: string;
                                voided: boolean;
                            }[];
                            place: string;
                            projectType: string;
                            rating: {
                                appeal: string | null;
                                appealUpheld: boolean | null;
                                contactedAt: string | null;
                                contactNote: string | null;
                                level: number;
                                rectification: string | null;
                                satisfied: boolean | null;
                                words: string | null;
                            } | null;
                            /** Format: date-time */
                            receivedAt: string;
                            refusal: {
                                reason: string;
                                rightBody: string | null;
                            } | null;
                            remaining: string | null;
                            result: {
                                /** Format: date-time */
                                at: string;
                                name: string;
                                number: string;
                            } | null;
                            /**
                             * @description What the applicant says; closed is not solved.
                             * @enum {string}
                             */
                            solution: "unknown" | "solved" | "disputed";
                            status: string;
                            statusText: string;
                            supervisions: {
                                abilities: {
                                    [key: string]: string | null;
                                };
                                /** Format: date-time */
                                at: string;
                                basis: string;
                                by: string;
                                clock: {
                                    dueAt: string | null;
                                    endedAt: string | null;
                                    /** @description How the date came about, step by step, for a person to check. */
                                    explanation: {
                                        date: string;
                                        text: string;
                                    }[];
                                    extensions: {
                                        amount: number;
                                        /** Format: date-time */
                                        at: string;
                                        by: string;
                                        reason: string;
                                    }[];
                                    id: string;
                                    late: boolean;
                                    legal: number | null;
                                    legalDueAt: string | null;
                                    /** @enum {string} */
                                    light: "green" | "yellow" | "red" | "stopped" | "done";
                                    limit: {
                                        amount: number;
                                        /** @enum {string} */
                                        unit: "workday" | "day" | "hour" | "month";
                                    };
                                    /**
                                     * @description notice: 5 wd to accept or tell; correction/tolerance: the applicant's time; total; task; delivery; contact: after a bad rating; reply: to a supervision.
                                     * @enum {string}
                                     */
                                    name: "notice" | "correction" | "tolerance" | "total" | "task" | "timer" | "delivery" | "contact" | "reply" | "hold" | "dispute" | "rectify";
                                    /** @description The clock stands still and the date counts on the stop ending as expected. */
                                    provisional: boolean;
                                    /** Format: date-time */
                                    startedAt: string;
                                    stops: {
                                        expectedEnd: string | null;
                                        /** Format: date-time */
                                        from: string;
                                        reason: string;
                                        to: string | null;
                                    }[];
                                    taskId: string | null;
                                } | null;
                                demand: string;
                                id: string;
                                number: string;
                                repliedAt: string | null;
                                reply: string | null;
                                targetName: string;
                                targetUnit: string;
                            }[];
                            tasks: {
                                /** @description Per act: null when the caller may, else the Chinese reason why not. */
                                abilities: {
                                    [key: string]: string | null;
                                };
                                clock: {
                                    dueAt: string | null;
                                    endedAt: string | null;
                                    /** @description How the date came about, step by step, for a person to check. */
                                    explanation: {
                                        date: string;
                                        text: string;
                                    }[];
                                    extensions: {
                                        amount: number;
                                        /** Format: date-time */
                                        at: string;
                                        by: string;
                                        reason: string;
                                    }[];
                                    id: string;
                                    late: boolean;
                                    legal: number | null;
                                    legalDueAt: string | null;
                                    /** @enum {string} */
                                    light: "green" | "yellow" | "red" | "stopped" | "done";
                                    limit: {
                                        amount: number;
                                        /** @enum {string} */
                                        unit: "workday" | "day" | "hour" | "month";
                                    };
                                    /**
                                     * @description notice: 5 wd to accept or tell; correction/tolerance: the applicant's time; total; task; delivery; contact: after a bad rating; reply: to a supervision.
                                     * @enum {string}
                                     */
                                    name: "notice" | "correction" | "tolerance" | "total" | "task" | "timer" | "delivery" | "contact" | "reply" | "hold" | "dispute" | "rectify";
                                    /** @description The clock stands still and the date counts on the stop ending as expected. */
                                    provisional: boolean;
                                    /** Format: date-time */
                                    startedAt: string;
                                    stops: {
                                        expectedEnd: string | null;
                                        /** Format: date-time */
                                        from: string;
                                        reason: string;
                                        to: string | null;
                                    }[];
                                    taskId: string | null;
                                } | null;
                                endedAt: string | null;
                                endedBy: string | null;
                                id: string;
                                /** @enum {string} */
                                kind: "opinion" | "decision" | "consultation";
                                node: string;
                                /** Format: date-time */
                                openedAt: string;
                                opinion: string | null;
                                outcome: string | null;
                                question: string | null;
                                /** @enum {string} */
                                status: "open" | "done" | "returned" | "cancelled";
                                title: string;
                                unit: string;
                                unitName: string;
                            }[];
                            title: string;
                            tolerance: {
                                dueAt: string | null;
                                materials: string[];
                                signedBy: string;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 受理
         * @description Accepts the matter: the total clock and the formal road start; missing deferrable materials need a signed promise.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Accepts the matter: the total clock and the formal road start; missing deferrable materials need a signed promise. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 已签容缺承诺书 */
                        promiseSigned?: boolean;
                        /**
                         * 容缺材料
                         * @description Codes of missing deferrable materials accepted on a signed promise.
                         */
                        tolerated?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/call-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 差评回访
         * @description Every rectified bad rating is called back on; only that ends its clock.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Every rectified bad rating is called back on; only that ends its clock. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 回访情况 */
                        note: string;
                        /** 是否满意 */
                        satisfied: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 差评联系
         * @description Records that the applicant was contacted about a bad rating.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Records that the applicant was contacted about a bad rating. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 联系情况 */
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 一次性告知补正
         * @description Tells the applicant everything that is lacking, once and all at once.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Tells the applicant everything that is lacking, once and all at once. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 补正期限（工作日） */
                        days?: number;
                        /** 需要补正的全部内容 */
                        items: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 送达
         * @description Hands the result over against a signature and closes the matter.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Hands the result over against a signature and closes the matter. */
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 送达方式
                         * @enum {string}
                         */
                        method: "window" | "door" | "post" | "electronic" | "left";
                        /** 签收人 */
                        receivedBy: string;
                        /** 见证人 */
                        witnesses?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 异议
         * @description The applicant says that it is not solved: it goes back to the unit, and the supervisor sees it.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description The applicant says that it is not solved: it goes back to the unit, and the supervisor sees it. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 哪里没有解决 */
                        words: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/dispute/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 答复异议
         * @description The unit answers a dispute, or takes the matter up again from the start of its road.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description The unit answers a dispute, or takes the matter up again from the start of its road. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 重新办理 */
                        reopen: boolean;
                        /** 答复 */
                        words: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请延长
         * @description Asks for the one extension the law allows.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Asks for the one extension the law allows. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 延长天数 */
                        amount: number;
                        /** 延长理由 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/extension/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审批延长
         * @description Approves or refuses the extension: the body's head, or a district leader for joint handling.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Approves or refuses the extension: the body's head, or a district leader for joint handling. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 是否同意 */
                        approve: boolean;
                        /** 审批意见 */
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/fix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 当场更正
         * @description Mends a slip in the form at the counter.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Mends a slip in the form at the counter. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 当场更正的内容 */
                        form: {
                            [key: string]: unknown;
                        };
                        /** 更正说明 */
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/helper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 帮办代办
         * @description The caller helps or acts for the applicant, free of charge, and will never be the one who accepts it.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description The caller helps or acts for the applicant, free of charge, and will never be the one who accepts it. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 委托书编号或说明 */
                        authorisation: string;
                        /**
                         * 帮办还是代办
                         * @enum {string}
                         */
                        how: "help" | "act";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/late/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审核补录
         * @description Approves or refuses that a matter taken on paper counts from the day it was taken.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Approves or refuses that a matter taken on paper counts from the day it was taken. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 是否同意 */
                        approve: boolean;
                        /** 审核意见 */
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 关联办件
         * @description Links two matters that belong together; each keeps its own road and its own answer.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Links two matters that belong together; each keeps its own road and its own answer. */
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 关联种类
                         * @enum {string}
                         */
                        kind: "duplicate" | "related";
                        /** 说明 */
                        note: string;
                        /** 另一办件编号 */
                        other: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/merging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 并入另一办件
         * @description Ends a duplicate in favour of another open matter of the same item; its applicant gets that answer.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Ends a duplicate in favour of another open matter of the same item; its applicant gets that answer. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 并入的办件编号 */
                        into: string;
                        /** 说明 */
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 出具文书
         * @description Issues one of the papers that are given on request.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Issues one of the papers that are given on request. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 应缴金额（元） */
                        amount?: number;
                        /**
                         * 文书
                         * @enum {string}
                         */
                        kind: "receipt" | "circulation" | "payment" | "withdrawal" | "authorisation" | "helper" | "promise";
                        /** 说明 */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 评价
         * @description The applicant rates, once and voluntarily, in five levels.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description The applicant rates, once and voluntarily, in five levels. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 评价等级 */
                        level: number;
                        /** 评价内容 */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/rating/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 差评申诉
         * @description The rated unit says that the rating is wrong or malicious.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description The rated unit says that the rating is wrong or malicious. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 申诉理由 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/rating/appeal/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 复核申诉
         * @description Upheld: the rating is left out of every figure; the row and the reasons stay.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Upheld: the rating is left out of every figure; the row and the reasons stay. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 复核意见 */
                        note: string;
                        /** 是否成立 */
                        uphold: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/rectification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 差评整改
         * @description What the unit put right after a bad rating, within fifteen working days.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description What the unit put right after a bad rating, within fifteen working days. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 整改情况 */
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 不予受理
         * @description Refuses the matter with a reason; where it is not ours, names the right body.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Refuses the matter with a reason; where it is not ours, names the right body. */
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 不予受理情形
                         * @enum {string}
                         */
                        kind: "not-needed" | "not-ours" | "not-qualified";
                        /** 不予受理理由 */
                        reason: string;
                        /** 应当向哪个机关申请 */
                        rightBody?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/representative": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记代理人
         * @description Somebody else goes on for the applicant, with an authorisation: an agent, a guardian, or an heir when the applicant has died.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Somebody else goes on for the applicant, with an authorisation: an agent, a guardian, or an heir when the applicant has died. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 授权依据 */
                        authorisation: string;
                        /** 代理人身份证号 */
                        idNumber: string;
                        /**
                         * 代理关系
                         * @enum {string}
                         */
                        kind: "agent" | "guardian" | "heir";
                        /** 代理人姓名 */
                        name: string;
                        /** 代理人手机号 */
                        phone: string;
                        /** 由他人办理的原因 */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记结果
         * @description Registers the licence or document that came out.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Registers the licence or document that came out. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 备注 */
                        note?: string;
                        /** 证照或文书编号 */
                        number: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/sending-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退件
         * @description Gives the matter back to the applicant after a unit returned its part.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Gives the matter back to the applicant after a unit returned its part. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 退件理由 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 当场办结
         * @description Settles an on-the-spot item in one act, without an acceptance paper.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Settles an on-the-spot item in one act, without an acceptance paper. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 办理意见 */
                        opinion: string;
                        /** 签收人 */
                        receivedBy: string;
                        /** 证照或文书编号 */
                        resultNumber?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/solved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认已解决
         * @description The applicant says that the trouble is over. Closed is not solved until then.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description The applicant says that the trouble is over. Closed is not solved until then. */
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/supervisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 督办
         * @description A numbered order to one unit with a reply deadline.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description A numbered order to one unit with a reply deadline. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 督办依据 */
                        basis: string;
                        /** 答复期限（工作日） */
                        days: number;
                        /** 督办要求 */
                        demand: string;
                        /** 被督办单位 */
                        target: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/supervisions/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 答复督办
         * @description The supervised unit's reply to an order.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    number: string;
                };
                cookie?: never;
            };
            /** @description The supervised unit's reply to an order. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 督办答复 */
                        reply: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/supplement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 补交材料
         * @description Supplies what the one-time notice or the signed promise asked for.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Supplies what the one-time notice or the signed promise asked for. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 更正的回答 */
                        form?: {
                            [key: string]: unknown;
                        };
                        /** 补交的材料 */
                        materials: {
                            /** 材料代码 */
                            code: string;
                            /** 材料文件 */
                            files?: string[];
                        }[];
                        /** 说明 */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/tasks/{task}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办理完成
         * @description Gives the unit's opinion, decision or answer and ends its part.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                    task: string;
                };
                cookie?: never;
            };
            /** @description Gives the unit's opinion, decision or answer and ends its part. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 意见内容 */
                        opinion: string;
                        /**
                         * 意见
                         * @enum {string}
                         */
                        outcome: "agree" | "disagree" | "yes" | "no" | "answered";
                        /** 救济途径 */
                        remedy?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/tasks/{task}/consultation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 征求意见
         * @description Asks another unit, with a clock of its own; the asker waits for the answer.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                    task: string;
                };
                cookie?: never;
            };
            /** @description Asks another unit, with a clock of its own; the asker waits for the answer. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 答复期限（工作日） */
                        days: number;
                        /** 征求意见内容 */
                        question: string;
                        /** 征求意见单位 */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/tasks/{task}/reroute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 改派
         * @description The window sends a returned part to the right unit.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                    task: string;
                };
                cookie?: never;
            };
            /** @description The window sends a returned part to the right unit. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 说明 */
                        note: string;
                        /** 改派单位 */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/tasks/{task}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束特别程序
         * @description Ends the special procedure; the clock runs on.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                    task: string;
                };
                cookie?: never;
            };
            /** @description Ends the special procedure; the clock runs on. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 特别程序结果 */
                        result: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/tasks/{task}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回窗口
         * @description Returns the part to the window with a reason code.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                    task: string;
                };
                cookie?: never;
            };
            /** @description Returns the part to the window with a reason code. */
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 退回原因
                         * @enum {string}
                         */
                        code: "wrong-unit" | "wrong-item" | "incomplete";
                        /** 退回说明 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/tasks/{task}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 特别程序
         * @description Stops this unit's clock for a special procedure of stated length.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                    task: string;
                };
                cookie?: never;
            };
            /** @description Stops this unit's clock for a special procedure of stated length. */
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 预计结束日期
                         * Format: date
                         */
                        expectedEnd: string;
                        /** 特别程序种类 */
                        kind: string;
                        /** 理由或依据 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 转送
         * @description Before acceptance: sends a matter to the community it belongs to; the notice clock runs on.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Before acceptance: sends a matter to the community it belongs to; the notice clock runs on. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 说明 */
                        note: string;
                        /** 转到哪个社区 */
                        place: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/undelivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记未能送达
         * @description The result could not be handed over: it is held for ninety days.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description The result could not be handed over: it is held for ninety days. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 未能送达的原因 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 催办
         * @description A word to whoever holds the matter; moves no clock.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description A word to whoever holds the matter; moves no clock. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 催办单位 */
                        target?: string;
                        /** 催办内容 */
                        words: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/vertical": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记上级系统编号
         * @description The number the matter has in a department’s own system, which needs a second entry.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description The number the matter has in a department’s own system, which needs a second entry. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 系统内编号 */
                        number: string;
                        /** 上级系统名称 */
                        system: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 预约上门
         * @description Orders a visit at the applicant’s home on a day and half-day.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Orders a visit at the applicant’s home on a day and half-day. */
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 上门日期
                         * Format: date
                         */
                        day: string;
                        /**
                         * 时段
                         * @enum {string}
                         */
                        slot: "am" | "pm";
                        /** 上门地点 */
                        where: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/visit/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记上门
         * @description What the visit found; a substantive check on site takes at least two people.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description What the visit found; a substantive check on site takes at least two people. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 上门情况 */
                        note: string;
                        /** 上门人员 */
                        staff: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/voiding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作废
         * @description Voids the matter with a reason; nothing is deleted.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Voids the matter with a reason; nothing is deleted. */
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 作废情形
                         * @enum {string}
                         */
                        kind: "voided" | "entry-error";
                        /** 作废理由 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{number}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回
         * @description Withdraws the application; can be undone for ten minutes.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            /** @description Withdraws the application; can be undone for ten minutes. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 撤回理由 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        /**
         * 取消撤回
         * @description Undoes a withdrawal within ten minutes; everything goes on as before.
         */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description On submission: open matters of the same person on the same item. */
                            duplicates?: string[];
                            number: string;
                            /** @description The parts open now. */
                            open: {
                                node: string;
                                task: string;
                                unit: string;
                            }[];
                            status: string;
                            statusText: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查进度
         * @description Progress of a matter for whoever knows its number and the last four of the applicant’s identity number; a matter takes ten tries a day.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 身份证号后四位 */
                        idTail: string;
                        /** 办件编号 */
                        number: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Per act: null when the caller may, else the Chinese reason why not. */
                            abilities: {
                                [key: string]: string | null;
                            };
                            acceptedAt: string | null;
                            acceptUnitName: string;
                            closedAt: string | null;
                            correction: {
                                /** Format: date-time */
                                at: string;
                                dueAt: string | null;
                                items: string[];
                            } | null;
                            decidedAt: string | null;
                            delivery: {
                                /** Format: date-time */
                                at: string;
                                method: string;
                                receivedBy: string;
                            } | null;
                            dueAt: string | null;
                            /** @description Who holds it, since when, until when: one sentence. */
                            holding: string;
                            lanes: {
                                /** Format: date-time */
                                from: string;
                                lanes: {
                                    name: string;
                                    /** @description 牵头 lead, 协办 co-unit, 受理 accepting window, 申请人 applicant */
                                    role: string;
                                    spans: {
                                        /** Format: date-time */
                                        from: string;
                                        /** @enum {string} */
                                        kind: "waiting" | "running" | "stopped" | "returned" | "done" | "late";
                                        label: string;
                                        to: string | null;
                                    }[];
                                    unit: string;
                                }[];
                                legalAt: string | null;
                                /** Format: date-time */
                                now: string;
                                promisedAt: string | null;
                                /** @description Rest days as civil dates, both ends included. */
                                rest: {
                                    from: string;
                                    name: string;
                                    to: string;
                                }[];
                                /** Format: date-time */
                                to: string;
                            };
                            /** @enum {string} */
                            light: "green" | "yellow" | "red" | "stopped" | "done";
                            number: string;
                            rating: {
                                appeal: string | null;
                                appealUpheld: boolean | null;
                                contactedAt: string | null;
                                contactNote: string | null;
                                level: number;
                                rectification: string | null;
                                satisfied: boolean | null;
                                words: string | null;
                            } | null;
                            /** Format: date-time */
                            receivedAt: string;
                            remaining: string | null;
                            result: {
                                /** Format: date-time */
                                at: string;
                                name: string;
                                number: string;
                            } | null;
                            status: string;
                            statusText: string;
                            title: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 工作例会
         * @description Meetings of the caller’s places with their minutes and what became of the tasks.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            heldOn: string;
                            id: string;
                            minutes: string;
                            place: string;
                            present: string[];
                            tasks: {
                                doneAt: string | null;
                                dueOn: string;
                                name: string;
                                note: string | null;
                                title: string;
                            }[];
                            title: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /**
         * 登记例会
         * @description Keeps the minutes of a meeting; each decision becomes a task with a name and a day.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 会议日期
                         * Format: date
                         */
                        heldOn: string;
                        /** 纪要 */
                        minutes: string;
                        /** 地方 */
                        place: string;
                        /** 参加人 */
                        present: string[];
                        /** 任务 */
                        tasks: {
                            /** 责任人 */
                            account: string;
                            /**
                             * 期限
                             * Format: date
                             */
                            dueOn: string;
                            /** 任务 */
                            title: string;
                        }[];
                        /** 题目 */
                        title: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            tasks: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的消息
         * @description What the caller was told, newest first, at most a hundred, and how many are unread.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** Format: date-time */
                                at: string;
                                id: string;
                                legal: boolean;
                                number: string;
                                readAt: string | null;
                                text: string;
                                /** @description Why this person is told. */
                                why: string;
                            }[];
                            unread: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 通知方式
         * @description Which ways out the caller wants.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Which ways out somebody wants; legal notices go by SMS all the same. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** 短信 */
                            sms: boolean;
                            /** 微信 */
                            wechat: boolean;
                        };
                    };
                };
            };
        };
        /**
         * 改通知方式
         * @description Chooses which ways out the caller wants; legal notices go by SMS all the same.
         */
        put: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            /** @description Which ways out somebody wants; legal notices go by SMS all the same. */
            requestBody: {
                content: {
                    "application/json": {
                        /** 短信 */
                        sms: boolean;
                        /** 微信 */
                        wechat: boolean;
                    };
                };
            };
            responses: {
                /** @description Which ways out somebody wants; legal notices go by SMS all the same. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** 短信 */
                            sms: boolean;
                            /** 微信 */
                            wechat: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 全部标为已读
         * @description Marks the caller’s messages up to a moment as read.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 截止时间
                         * Format: date-time
                         */
                        upTo: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            read: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位一档
         * @description One organisation: its code, where it sits, its masked telephone, each with source and date; a resident who heads it can read that it was opened.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string | null;
                            building: string | null;
                            closedOn: string | null;
                            community: string | null;
                            dwelling: string | null;
                            head: {
                                collectedAt: string;
                                source: string;
                                value: string;
                            } | null;
                            id: string;
                            kind: string;
                            name: string;
                            phone: {
                                collectedAt: string;
                                source: string;
                                value: string;
                            } | null;
                            records: {
                                collectedAt: string;
                                source: string;
                            }[];
                            staff: number | null;
                            uscc: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/oversight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 监督总览
         * @description What is red, yellow or stopped: parts by their own clocks, cases by their total (R-B.11), and which unit holds how much.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            byUnit: {
                                name: string;
                                open: number;
                                red: number;
                                stopped: number;
                                unit: string;
                                yellow: number;
                            }[];
                            /** @description Cases whose total, notice or delivery clock is. */
                            cases: {
                                /** @description Masked name. */
                                applicant: string;
                                dueAt: string | null;
                                /** @description Who holds it now, in a few words. */
                                holder: string;
                                leadUnit: string;
                                /** @enum {string} */
                                light: "green" | "yellow" | "red" | "stopped" | "done";
                                number: string;
                                place: string;
                                /** Format: date-time */
                                receivedAt: string;
                                remaining: string | null;
                                status: string;
                                statusText: string;
                                title: string;
                            }[];
                            /** @description Closed, and the applicant says it is not solved. */
                            disputed: {
                                /** @description Masked name. */
                                applicant: string;
                                dueAt: string | null;
                                /** @description Who holds it now, in a few words. */
                                holder: string;
                                leadUnit: string;
                                /** @enum {string} */
                                light: "green" | "yellow" | "red" | "stopped" | "done";
                                number: string;
                                place: string;
                                /** Format: date-time */
                                receivedAt: string;
                                remaining: string | null;
                                status: string;
                                statusText: string;
                                title: string;
                            }[];
                            /** @description Special procedures past the day they were told to end. */
                            overrun: {
                                /** @description Masked name. */
                                applicant: string;
                                dueAt: string | null;
                                /** @description Who holds it now, in a few words. */
                                holder: string;
                                leadUnit: string;
                                /** @enum {string} */
                                light: "green" | "yellow" | "red" | "stopped" | "done";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                place: string;
                                /** Format: date-time */
                                receivedAt: string;
                                remaining: string | null;
                                status: string;
                                statusText: string;
                                taskId: string;
                                taskKind: string;
                                taskTitle: string;
                                title: string;
                                unit: string;
                                unitName: string;
                            }[];
                            /** @description Parts whose own clock is red, yellow or stopped. */
                            parts: {
                                /** @description Masked name. */
                                applicant: string;
                                dueAt: string | null;
                                /** @description Who holds it now, in a few words. */
                                holder: string;
                                leadUnit: string;
                                /** @enum {string} */
                                light: "green" | "yellow" | "red" | "stopped" | "done";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                place: string;
                                /** Format: date-time */
                                receivedAt: string;
                                remaining: string | null;
                                status: string;
                                statusText: string;
                                taskId: string;
                                taskKind: string;
                                taskTitle: string;
                                title: string;
                                unit: string;
                                unitName: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/papers/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 文书
         * @description A statutory paper as PDF, for whoever may see its case; every print is logged and byte for byte the same, until it is declared void.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patrol-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 巡查计划
         * @description The patrol plans of the caller’s places, with when each was last walked and this month’s coverage.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The day it is to be walked next, as on the phone. */
                            due: string;
                            everyDays: number;
                            from: string;
                            grid: string;
                            id: string;
                            kind: string;
                            last: string | null;
                            name: string;
                            /** @description Points to be seen this month. */
                            planned: number;
                            points: {
                                checks: string[];
                                id: string;
                                name: string;
                            }[];
                            /** @description And how many were. */
                            seen: number;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /**
         * 新建巡查计划
         * @description Plans a patrol of a grid: its points, what to look at, and how often.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 间隔天数 */
                        everyDays: number;
                        /**
                         * 起始日期
                         * Format: date
                         */
                        from: string;
                        /** 网格 */
                        grid: string;
                        /** 类别 */
                        kind: string;
                        /** 名称 */
                        name: string;
                        /** 点位 */
                        points: {
                            /** 检查项 */
                            checks: string[];
                            /** 点位 */
                            name: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记居民
         * @description Registers somebody who was born or came here, with what it rests on; one identity number is one file (409 `exists`, `see` names it).
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 地址 */
                        address?: string;
                        /**
                         * 出生日期
                         * Format: date
                         */
                        born?: string;
                        /** 住房 */
                        dwelling?: string;
                        /** 户籍地址 */
                        elsewhere?: string;
                        /** 户号 */
                        household?: string;
                        /**
                         * 为什么登记
                         * @enum {string}
                         */
                        how: "birth" | "arrival";
                        /** 身份证号 */
                        idNumber?: string;
                        /** 登记为 */
                        kinds: ("registered" | "present")[];
                        /** 姓名 */
                        name: string;
                        /** 父亲或母亲 */
                        parent?: string;
                        /** 电话 */
                        phone?: string;
                        /**
                         * 凭什么登记
                         * @enum {string}
                         */
                        proof: "id-card" | "residence-permit" | "birth-certificate" | "household-register" | "said";
                        /** 与户主关系 */
                        relation?: string;
                        /**
                         * 性别
                         * @enum {string}
                         */
                        sex?: "male" | "female";
                        /**
                         * 从哪天起
                         * Format: date
                         */
                        since: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一人一档
         * @description One resident’s file: where they live and are registered, what is held with source and date; that it was opened is recorded.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description What the caller may do here: null, or the reason why not. */
                            abilities: {
                                [key: string]: string | null;
                            };
                            age: number | null;
                            attributes: {
                                collectedAt: string;
                                label: string;
                                name: string;
                                source: string;
                                /** @description Nobody has looked for a year. */
                                stale: boolean;
                                value: unknown;
                                verifiedAt: string | null;
                            }[];
                            born: string | null;
                            diedOn: string | null;
                            id: string;
                            idNumber: string | null;
                            members: {
                                age: number | null;
                                /** @description Of the same household by its number; otherwise only behind the same door. */
                                household: boolean;
                                how: string[];
                                id: string;
                                name: string;
                                relation: string | null;
                                sex: string | null;
                            }[];
                            mergedInto: string | null;
                            merges: {
                                at: string;
                                gone: string;
                                id: string;
                                name: string;
                                reason: string;
                            }[];
                            name: string;
                            phone: string | null;
                            place: string;
                            placeName: string;
                            records: {
                                /** @description What the caller may do here: null, or the reason why not. */
                                abilities: {
                                    [key: string]: string | null;
                                };
                                agrees: boolean | null;
                                collectedAt: string;
                                collector: string | null;
                                id: string;
                                names: string[];
                                source: string;
                                verifiedAt: string | null;
                                verifiedBy: string | null;
                            }[];
                            residences: {
                                address: string | null;
                                dwelling: string | null;
                                from: string;
                                household: string | null;
                                /** @enum {string} */
                                kind: "registered" | "present";
                                /** @description Said of a file that was merged into this one. */
                                merged: boolean;
                                relation: string | null;
                                to: string | null;
                                why: string | null;
                            }[];
                            sex: string | null;
                            /** @description Registered here, lives here, for half a year, and at one and the same door (R-2.2). */
                            standing: {
                                present: boolean;
                                registered: boolean;
                                together: boolean;
                                usual: boolean;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/{id}/care": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 重点关爱
         * @description The care categories of one resident that the caller may know of.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            basis: string;
                            category: string;
                            id: string;
                            lastVisit: string | null;
                            level: string;
                            name: string;
                            since: string;
                            until: string | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /**
         * 登记关爱对象
         * @description Puts a resident into a category, on a stated basis; it ends by itself where the law says so.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 依据 */
                        basis: string;
                        /** 类别 */
                        category: string;
                        /**
                         * 等级
                         * @enum {string}
                         */
                        level?: "high" | "key" | "general";
                        /**
                         * 起始日期
                         * Format: date
                         */
                        since: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更正基础信息
         * @description Mends name, sex, birth date, phone, or adds the number a newborn did not have; a weaker source is kept but does not count (R-B.7).
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 出生日期
                         * Format: date
                         */
                        born?: string;
                        /** 身份证号 */
                        idNumber?: string;
                        /** 姓名 */
                        name?: string;
                        /** 电话 */
                        phone?: string;
                        /**
                         * 凭什么登记
                         * @enum {string}
                         */
                        proof: "id-card" | "residence-permit" | "birth-certificate" | "household-register" | "said";
                        /**
                         * 性别
                         * @enum {string}
                         */
                        sex?: "male" | "female";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            counts: boolean;
                            id: string;
                            why: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/{id}/death": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 死亡登记
         * @description Records a death: residences, headship and care end, nothing is deleted; says which matters, benefits and households somebody must now look at.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 死亡日期
                         * Format: date
                         */
                        on: string;
                        /** 凭据 */
                        proof: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            benefits: string[];
                            care: string[];
                            /** @description Registered households that have no head now; of several members somebody must say who. */
                            households: {
                                members: number;
                                number: string;
                            }[];
                            id: string;
                            matters: {
                                number: string;
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 迁移登记
         * @description Ends the residence that stood and begins another; without a dwelling they have left the district.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 住房 */
                        dwelling: string | null;
                        /** 户号 */
                        household?: string;
                        /**
                         * 户籍或现住
                         * @enum {string}
                         */
                        kind: "registered" | "present";
                        /**
                         * 日期
                         * Format: date
                         */
                        on: string;
                        /**
                         * 凭据
                         * @enum {string}
                         */
                        proof?: "id-card" | "residence-permit" | "birth-certificate" | "household-register" | "said";
                        /** 与户主关系 */
                        relation?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Registered households that have no head now; of several members somebody must say who. */
                            households: {
                                members: number;
                                number: string;
                            }[];
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/{id}/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 完整号码
         * @description The numbers in full, within sixty seconds of a reveal by the same caller.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            idNumber: string | null;
                            phone: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 显示完整号码
         * @description Opens the identity number and phone to the caller for sixty seconds, against a purpose the person can read.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 用途 */
                        purpose: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            until: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 合并重复人员
         * @description Says that two entries are one human being; nothing is moved, so it can be undone.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 并入 */
                        gone: string;
                        /** 保留 */
                        keep: string;
                        /** 理由 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销合并
         * @description Takes a merge back: the two are two again.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 理由 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/persons/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查找居民
         * @description Finds residents in the caller’s places by name, part of it, pinyin, identity number, phone or address; at most twenty, masked.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 查找 */
                        q: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            hits: {
                                address: string | null;
                                age: number | null;
                                died: boolean;
                                id: string;
                                idNumber: string | null;
                                name: string;
                                phone: string | null;
                                place: string;
                                placeName: string;
                                sex: string | null;
                            }[];
                            more: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 区划树
         * @description The tree of places on a day: what stands directly under one, or all of it without the grids.
         */
        get: {
            parameters: {
                query?: {
                    at?: string;
                    parent?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string | null;
                            hasChildren: boolean;
                            households: number | null;
                            id: string;
                            kind: string;
                            name: string;
                            parent: string | null;
                            population: number | null;
                            /** @description Name, code and parent come from public lists; boundaries and populations are always made. */
                            real: boolean;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 区划边界
         * @description Boundaries of one layer on a day as GeoJSON in WGS84. All of them are made.
         */
        get: {
            parameters: {
                query: {
                    at?: string;
                    kind: "district" | "upper" | "community" | "grid";
                    parent?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/places/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个区划的沿革
         * @description One place through time: its names, codes and parents, what followed it, where its ground went.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: string;
                            /** @description Made: to which places its grids passed. */
                            groundWentTo: {
                                at: string;
                                grids: number;
                                id: string;
                                name: string;
                            }[];
                            history: {
                                code: string | null;
                                from: string;
                                households: number | null;
                                name: string;
                                parent: string | null;
                                population: number | null;
                                real: boolean;
                                to: string | null;
                            }[];
                            id: string;
                            kind: string;
                            name: string;
                            path: string;
                            predecessors: {
                                at: string;
                                id: string;
                                name: string;
                            }[];
                            successors: {
                                at: string;
                                id: string;
                                name: string;
                            }[];
                            to: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/population": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 人口统计
         * @description Registered, present and usual population on a day, by age, standing and place, on that day’s boundaries; with births, deaths and moves month by month; exact for those who may open these people’s files, for others summed from parts rounded to five, so that none tells of single people.
         */
        get: {
            parameters: {
                query?: {
                    at?: string;
                    place?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            at: string;
                            /** @description What every part was rounded to; 1 is not at all. */
                            least: number;
                            /** @description Births, deaths and moves of the twelve months up to that day, by community: a move within one is none. */
                            months: {
                                arrived: number;
                                born: number;
                                died: number;
                                left: number;
                                month: string;
                            }[];
                            place: string;
                            tables: {
                                age: {
                                    key: string;
                                    label: string;
                                    present: number;
                                    registered: number;
                                    usual: number;
                                }[];
                                place: {
                                    key: string;
                                    label: string;
                                    present: number;
                                    registered: number;
                                    usual: number;
                                }[];
                                standing: {
                                    key: string;
                                    label: string;
                                    present: number;
                                    registered: number;
                                    usual: number;
                                }[];
                            };
                            total: {
                                key: string;
                                label: string;
                                present: number;
                                registered: number;
                                usual: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 安排网格员
         * @description Puts somebody who works in the community in charge of a grid, as A or B post with a share of their time.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 人员 */
                        account: string;
                        /**
                         * 起始日期
                         * Format: date
                         */
                        from: string;
                        /** 网格 */
                        grid: string;
                        /** 值班电话 */
                        phone?: string;
                        /** 时间占比 */
                        share: number;
                        /**
                         * 岗位（A 窗口、B 网格）
                         * @enum {string}
                         */
                        shift: "A" | "B";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 调整岗位
         * @description Changes a grid worker’s A or B post, share or telephone from a day on; how it was before stays known.
         */
        put: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 起始日期
                         * Format: date
                         */
                        from: string;
                        /** 值班电话 */
                        phone?: string;
                        /** 时间占比 */
                        share: number;
                        /**
                         * 岗位（A 窗口、B 网格）
                         * @enum {string}
                         */
                        shift: "A" | "B";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束岗位
         * @description Takes a grid worker off a grid from a day on, with the reason.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 结束日期
                         * Format: date
                         */
                        on: string;
                        /** 原因 */
                        why: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社区工作人员
         * @description Who works in the caller’s community, and how much of their time their posts take: who could walk a grid.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: string;
                            name: string;
                            share: number;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 核验
         * @description A second person says whether a record agrees with what they found; never its collector.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 一致 */
                        agrees: boolean;
                        /** 说明 */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账目录
         * @description The registers the caller may open, with their entries in the caller’s places and what falls due.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            about: string;
                            counts: string;
                            /** @description Duties that stand in the list, the late ones included. */
                            due: number;
                            /** @description The caller may write somewhere in it. */
                            enter: boolean;
                            entries: number;
                            group: string;
                            id: string;
                            late: number;
                            name: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账定义
         * @description One register’s definition as this reader may see it: its form, list, filters and rules.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    register: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            about: string;
                            /** @description Fields the caller may fill in. */
                            changeable: string[];
                            counts: string;
                            digest: string;
                            duties: {
                                id: string;
                                title: string;
                            }[];
                            enter: string | null;
                            filters: {
                                field: string;
                                kind: string;
                                options: {
                                    label: string;
                                    value: unknown;
                                }[];
                                title: string;
                            }[];
                            flow: unknown;
                            /** @description JSON Schema of the fields this reader may see, in their order. */
                            form: unknown;
                            group: string;
                            id: string;
                            key: string[];
                            list: {
                                field: string;
                                kind: string;
                                title: string;
                                unit: string | null;
                            }[];
                            map: boolean;
                            name: string;
                            place: string | null;
                            title: string;
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可连到的内容
         * @description What a linking field of the form may point to, by part of its name; at most twenty.
         */
        get: {
            parameters: {
                query: {
                    field: string;
                    q: string;
                };
                header?: never;
                path: {
                    register: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            label: string;
                            more: string | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账列表
         * @description Entries in the caller’s places by title: found by words, filtered, as they were on a day and as known on a day.
         */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    known?: string;
                    limit?: number;
                    on?: string;
                    q?: string;
                    /** @description field:value,value;field:from..to — enum, boolean, date, place and link fields. */
                    where?: string;
                };
                header?: never;
                path: {
                    register: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            next: string | null;
                            rows: {
                                /** @description By field; a field the reader may not see is not there. */
                                cells: {
                                    [key: string]: {
                                        text: string | null;
                                        value: unknown;
                                    };
                                };
                                from: string;
                                id: string;
                                place: string;
                                placeName: string;
                                title: string;
                            }[];
                            total: number | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * 登记一条
         * @description Enters something that stays, as it is from a day on; its fields are judged by the register’s definition.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    register: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 内容 */
                        data: {
                            [key: string]: unknown;
                        };
                        /**
                         * 从哪天起
                         * Format: date
                         */
                        from: string;
                        /** 说明 */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}/entries.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账地图
         * @description The entries that have a point, as GeoJSON for the map; at most five thousand.
         */
        get: {
            parameters: {
                query?: {
                    known?: string;
                    on?: string;
                    q?: string;
                    /** @description field:value,value;field:from..to — enum, boolean, date, place and link fields. */
                    where?: string;
                };
                header?: never;
                path: {
                    register: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            features: {
                                geometry: {
                                    coordinates: number[];
                                    /** @enum {string} */
                                    type: "Point";
                                };
                                id: string;
                                properties: {
                                    placeName: string;
                                    title: string;
                                };
                                /** @enum {string} */
                                type: "Feature";
                            }[];
                            more: boolean;
                            /** @enum {string} */
                            type: "FeatureCollection";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}/entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账条目
         * @description One entry’s file: its fields in words, history, what points to it, panels and duties; as on a day, as known on a day.
         */
        get: {
            parameters: {
                query?: {
                    known?: string;
                    on?: string;
                };
                header?: never;
                path: {
                    id: string;
                    register: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description What the caller may do here: null, or the reason why not. */
                            abilities: {
                                [key: string]: string | null;
                            };
                            duties: {
                                dueOn: string;
                                duty: string;
                                light: string;
                                title: string;
                                warnOn: string;
                            }[];
                            ended: boolean;
                            fields: {
                                change: boolean;
                                columns: {
                                    field: string;
                                    kind: string;
                                    title: string;
                                }[] | null;
                                field: string;
                                kind: string;
                                link: {
                                    id: string;
                                    kind: string;
                                } | null;
                                /** @description Only an older definition knows it. */
                                old: boolean;
                                personal: boolean;
                                rows: {
                                    [key: string]: {
                                        text: string | null;
                                        value: unknown;
                                    };
                                }[] | null;
                                text: string | null;
                                title: string;
                                unit: string | null;
                                value: unknown;
                            }[];
                            history: {
                                at: string;
                                by: string | null;
                                capacity: string | null;
                                changes: {
                                    after: string | null;
                                    before: string | null;
                                    field: string;
                                    personal: boolean;
                                    title: string;
                                }[];
                                from: string | null;
                                note: string | null;
                                reason: string | null;
                                to: string | null;
                                verb: string;
                                what: string;
                            }[];
                            id: string;
                            known: string | null;
                            linked: {
                                entries: {
                                    id: string;
                                    title: string;
                                }[];
                                field: string;
                                fieldTitle: string;
                                more: boolean;
                                name: string;
                                register: string;
                            }[];
                            on: string;
                            panels: {
                                columns: string[];
                                rows: {
                                    [key: string]: string | number | boolean | null;
                                }[];
                                title: string;
                            }[];
                            place: {
                                id: string;
                                name: string;
                            };
                            register: string;
                            registerName: string;
                            title: string;
                            version: {
                                from: string;
                                id: string;
                                /** @description Written under an older definition. */
                                outdated: boolean;
                                recordedAt: string;
                                to: string | null;
                            } | null;
                            /** @description All that was known then, by the day from which it was so. */
                            versions: {
                                by: string | null;
                                corrects: string | null;
                                from: string;
                                id: string;
                                reason: string | null;
                                recordedAt: string;
                                to: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}/entries/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 变更
         * @description From a day on (until another) these fields are so; a field that is null is taken away. What was before stays known.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    register: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 内容 */
                        data: {
                            [key: string]: unknown;
                        };
                        /**
                         * 从哪天起
                         * Format: date
                         */
                        from: string;
                        /** 变更原因 */
                        reason: string;
                        to?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}/entries/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更正
         * @description What was recorded was wrong: replaces the version named, in its days or its fields, and says why.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    register: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 内容 */
                        data: {
                            [key: string]: unknown;
                        };
                        /**
                         * 从哪天起
                         * Format: date
                         */
                        from?: string;
                        /** 更正原因 */
                        reason: string;
                        to?: string | null;
                        /**
                         * 更正哪个版本
                         * Format: uuid
                         */
                        version: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}/entries/{id}/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办结到期事项
         * @description Marks a duty of an entry as done on a day: a yearly check was made, a certificate was renewed.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    register: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 办结日期
                         * Format: date
                         */
                        doneOn: string;
                        /**
                         * 到期日
                         * Format: date
                         */
                        dueOn: string;
                        /** 事项 */
                        duty: string;
                        /** 说明 */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}/entries/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 注销
         * @description From that day on there is no such thing; it stays known for the days before.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    register: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 从哪天起
                         * Format: date
                         */
                        on: string;
                        /** 注销原因 */
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}/entries/{id}/personal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 完整信息
         * @description The personal fields in full, within sixty seconds of a reveal by the same caller.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    register: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fields: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}/entries/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 显示完整信息
         * @description Opens an entry’s personal fields to the caller for sixty seconds, against a stated purpose.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    register: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 用途 */
                        purpose: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            until: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导出台账
         * @description Notes who takes the list out and why; the file is then made under the id given, for ten minutes. Personal fields are not in it.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    register: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 格式
                         * @enum {string}
                         */
                        format: "csv" | "xlsx";
                        /**
                         * 按哪天所知
                         * Format: date
                         */
                        known?: string;
                        /**
                         * 哪天的情况
                         * Format: date
                         */
                        on?: string;
                        /** 用途 */
                        purpose: string;
                        /** 查找 */
                        q?: string;
                        /**
                         * 筛选
                         * @description field:value,value;field:from..to — enum, boolean, date, place and link fields.
                         */
                        where?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载台账
         * @description The file of a list that the caller has just asked for.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    register: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/{register}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账导入模板
         * @description An xlsx file with the headings of one register and a line that shows how to write each.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    register: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registers/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 到期事项
         * @description What falls due in the registers the caller may open, over the caller’s places, the most urgent first.
         */
        get: {
            parameters: {
                query?: {
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            more: boolean;
                            rows: {
                                dueOn: string;
                                duty: string;
                                entry: string;
                                entryTitle: string | null;
                                /** @description late, soon or later. */
                                light: string;
                                mayDo: boolean;
                                place: string;
                                placeName: string;
                                register: string;
                                registerName: string;
                                title: string;
                                warnOn: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 报告
         * @description The reports to the People’s Congress, newest meeting first, each with the next of its days; deputies see those that are locked.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf: string;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            id: string;
                            meetingOn: string;
                            next: {
                                /** @enum {string} */
                                alarm: "done" | "late-done" | "overdue" | "today" | "soon" | "ahead";
                                doneBy: string | null;
                                doneOn: string | null;
                                dueOn: string;
                                node: string;
                            } | null;
                            sitting: number | null;
                            /** @enum {string} */
                            status: "draft" | "locked" | "delivered" | "closed";
                            template: string;
                            term: number | null;
                            title: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /**
         * 起草报告
         * @description Begins a report from a template for a meeting: its figures as of a day, its days counted back, its promises laid out.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 数字截止日
                         * Format: date
                         */
                        asOf: string;
                        /**
                         * 会议日期
                         * Format: date
                         */
                        meetingOn: string;
                        /** 次 */
                        sitting?: number;
                        /** 模板 */
                        template: string;
                        /** 届 */
                        term?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一份报告
         * @description A report in one version: its text as blocks, every figure with its source, opinions, days, promises, and what is still lacking.
         */
        get: {
            parameters: {
                query?: {
                    version?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            asOf: string;
                            audience: string;
                            blocks: {
                                head?: {
                                    mark?: string;
                                    strong?: boolean;
                                    text?: string;
                                }[][];
                                items?: {
                                    mark?: string;
                                    strong?: boolean;
                                    text?: string;
                                }[][];
                                /** @enum {string} */
                                kind: "heading" | "paragraph" | "list" | "table" | "promises";
                                level?: number;
                                ordered?: boolean;
                                pieces?: {
                                    mark?: string;
                                    strong?: boolean;
                                    text?: string;
                                }[];
                                /**
                                 * @description Of a paragraph: under the title, or to whom it speaks.
                                 * @enum {string}
                                 */
                                role?: "under" | "address";
                                rows?: {
                                    mark?: string;
                                    strong?: boolean;
                                    text?: string;
                                }[][][];
                            }[];
                            body: string;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            earlier: {
                                id: string;
                                meetingOn: string;
                                promises: {
                                    dueOn: string | null;
                                    indicator: string | null;
                                    n: number;
                                    note: string | null;
                                    outcome: ("kept" | "partly" | "not") | null;
                                    owner: string | null;
                                    ownerName: string | null;
                                    target: number | null;
                                    text: string;
                                }[];
                            } | null;
                            figures: {
                                asked?: {
                                    from?: string;
                                    /** @enum {string} */
                                    period?: "span" | "cumulative";
                                    place?: string;
                                    to: string;
                                };
                                /** @enum {string} */
                                class: "live" | "target" | "missing";
                                document?: string;
                                figure?: string;
                                /** @enum {string} */
                                from: "indicator" | "report" | "place" | "definition" | "document" | "nothing";
                                indicator?: string;
                                mark: string;
                                note?: string;
                                now?: string;
                                override: number | null;
                                rows?: number;
                                source: string;
                                status: string | null;
                                text: string;
                                title: string;
                                unit?: string;
                                value?: number | null;
                            }[];
                            id: string;
                            may: {
                                close: string | null;
                                deliver: string | null;
                                lock: string[];
                                write: string | null;
                            };
                            meetingOn: string;
                            nodes: {
                                /** @enum {string} */
                                alarm: "done" | "late-done" | "overdue" | "today" | "soon" | "ahead";
                                doneBy: string | null;
                                doneOn: string | null;
                                dueOn: string;
                                law: string | null;
                                node: string;
                                title: string;
                            }[];
                            opinions: {
                                body: string;
                                dueOn: string | null;
                                id: string;
                                inVersion: number | null;
                                owner: string | null;
                                ownerName: string | null;
                                respondedAt: string | null;
                                respondedBy: string | null;
                                response: string | null;
                                saidBy: string;
                                saidOn: string;
                                satisfaction: ("satisfied" | "basically" | "dissatisfied") | null;
                                /** @enum {string} */
                                stage: "before" | "meeting";
                            }[];
                            promises: {
                                dueOn: string | null;
                                indicator: string | null;
                                n: number;
                                note: string | null;
                                outcome: ("kept" | "partly" | "not") | null;
                                owner: string | null;
                                ownerName: string | null;
                                target: number | null;
                                text: string;
                            }[];
                            sitting: number | null;
                            /** @enum {string} */
                            status: "draft" | "locked" | "delivered" | "closed";
                            template: string;
                            term: number | null;
                            title: string;
                            version: number;
                            versions: {
                                /** Format: date-time */
                                madeAt: string;
                                madeBy: string;
                                n: number;
                                note: string | null;
                            }[];
                            yardstick: {
                                marks: string[];
                                n: number;
                                title: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 两稿对照
         * @description Two versions side by side, by sentence, and the figures that read differently.
         */
        get: {
            parameters: {
                query: {
                    from: number;
                    to: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changes: {
                                /** @enum {string} */
                                kind: "same" | "gone" | "new";
                                text: string;
                            }[];
                            figures: {
                                after: string;
                                before: string | null;
                                mark: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办结
         * @description Ends the report once every opinion of the meeting is answered and voted on.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            status: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记已作报告
         * @description Says that the report was given at the meeting.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            status: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载报告
         * @description A version as a Word document or as PDF, A4.
         */
        get: {
            parameters: {
                query: {
                    format: "docx" | "pdf";
                    version?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 锁定报告
         * @description Locks text and figures for good, or says everything that is still lacking.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            status: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/nodes/{node}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记节点完成
         * @description Says on which day one of the days before the meeting was kept.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    node: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 完成日期
                         * Format: date
                         */
                        doneOn: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记意见
         * @description What was said of the report: before the meeting it is answered in the text, at the meeting it is a unit’s task with a day.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 意见 */
                        body: string;
                        /**
                         * 办理期限
                         * Format: date
                         */
                        dueOn?: string;
                        /** 承办单位 */
                        owner?: string;
                        /** 提出人 */
                        saidBy: string;
                        /**
                         * 提出日期
                         * Format: date
                         */
                        saidOn: string;
                        /**
                         * 会前或审议
                         * @enum {string}
                         */
                        stage: "before" | "meeting";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/opinions/{opinion}/response": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 答复意见
         * @description How an opinion was met, and in which version; by its unit or the statistician.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    opinion: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 体现在第几稿 */
                        inVersion?: number;
                        /** 答复 */
                        response: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/opinions/{opinion}/satisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记测评
         * @description How satisfied the committee was with the answer to an opinion of the meeting.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    opinion: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 测评结果
                         * @enum {string}
                         */
                        satisfaction: "satisfied" | "basically" | "dissatisfied";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/promises/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记承诺落实
         * @description What became of a promise of the report: kept, in part, or not, and how; by its unit or the statistician.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                    n: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 说明 */
                        note: string;
                        /**
                         * 落实情况
                         * @enum {string}
                         */
                        outcome: "kept" | "partly" | "not";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            n: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审核数字
         * @description The head of an indicator’s unit says that its figures are so, then a leader or supervisor; never whoever reckoned them.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 数字 */
                        marks: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            figures: number;
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 存新的一稿
         * @description A new version: another text, or the same with its figures reckoned anew. Earlier versions stay.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 正文 */
                        body?: string;
                        /** 修改说明 */
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 报告模板
         * @description The templates of the pack a report can be begun from.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            about: string;
                            figures: number;
                            id: string;
                            title: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我是谁
         * @description Who is signed in, with which posts, and what time it is for the district.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account?: string;
                            /** @description One-click sign-in and a movable clock; never in a real district. */
                            demo: boolean;
                            district: string;
                            kind?: string;
                            name?: string;
                            /** @description Business time. */
                            now: string;
                            posts?: {
                                capacity: string;
                                duty: string;
                                place: string;
                                unit: string;
                                unitName: string;
                            }[];
                            signedIn: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * 演示登录
         * @description Signs in as one of the invented people; exists in the demo only.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 演示人物 */
                        account: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account?: string;
                            /** @description One-click sign-in and a movable clock; never in a real district. */
                            demo: boolean;
                            district: string;
                            kind?: string;
                            name?: string;
                            /** @description Business time. */
                            now: string;
                            posts?: {
                                capacity: string;
                                duty: string;
                                place: string;
                                unit: string;
                                unitName: string;
                            }[];
                            signedIn: boolean;
                        };
                    };
                };
            };
        };
        /**
         * 退出
         * @description Signs out: the session is gone on the server at once.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            signedIn: false;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 实时变化
         * @description Server-sent events: `case` with the number of each visible case as it changes, and a heartbeat. Ends with the session or when the posts change.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本单位的环节
         * @description The parts that wait for the caller's units, nearest deadline first; at most two hundred.
         */
        get: {
            parameters: {
                query?: {
                    light?: "green" | "yellow" | "red" | "stopped" | "done";
                    q?: string;
                    state?: "open" | "done" | "returned";
                    unit?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                /** @description Masked name. */
                                applicant: string;
                                dueAt: string | null;
                                /** @description Who holds it now, in a few words. */
                                holder: string;
                                leadUnit: string;
                                /** @enum {string} */
                                light: "green" | "yellow" | "red" | "stopped" | "done";
                                number: string;
                                /** Format: date-time */
                                openedAt: string;
                                place: string;
                                /** Format: date-time */
                                receivedAt: string;
                                remaining: string | null;
                                status: string;
                                statusText: string;
                                taskId: string;
                                taskKind: string;
                                taskTitle: string;
                                title: string;
                                unit: string;
                                unitName: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位名录
         * @description The organisations that can hold a task: departments, service centres, committees.
         */
        get: {
            parameters: {
                query?: {
                    kind?: string;
                    place?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dutyPhone: string | null;
                            id: string;
                            kind: string;
                            name: string;
                            place: string;
                            shortName: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 保存的视图
         * @description Filters kept under a name for one list: the caller’s own, and what colleagues of a unit shared.
         */
        get: {
            parameters: {
                query: {
                    page: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            by: string;
                            id: string;
                            name: string;
                            own: boolean;
                            query: string;
                            shared: boolean;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /**
         * 保存视图
         * @description Keeps a list’s filters under a name, for the caller alone or shared with their unit.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 名称 */
                        name: string;
                        /** 页面 */
                        page: string;
                        /** 筛选 */
                        query: string;
                        /** 与本单位共享 */
                        shared: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 删除视图
         * @description Takes a saved view of the caller’s own away.
         */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workshop/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 检查
         * @description Everything that stands in the way of publishing this body, without keeping it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 内容 */
                        body: {
                            [key: string]: unknown;
                        };
                        /**
                         * 种类
                         * @enum {string}
                         */
                        kind: "item" | "process";
                        /** 代号 */
                        target: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            path: string;
                            reason: string;
                        }[];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workshop/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 事项和流程
         * @description Every item and process in its newest version, with the item’s state.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            kind: string;
                            name: string;
                            origin: string;
                            state: string;
                            version: number;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workshop/definitions/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 事项或流程
         * @description One definition as it would be edited, with all its versions; an item names its process by id.
         */
        get: {
            parameters: {
                query?: {
                    version?: number;
                };
                header?: never;
                path: {
                    id: string;
                    kind: "item" | "process";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** 内容 */
                            body: {
                                [key: string]: unknown;
                            };
                            version: number;
                            versions: {
                                effectiveFrom: string | null;
                                origin: string;
                                /** Format: date-time */
                                publishedAt: string;
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workshop/items/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 暂停、启用或取消事项
         * @description Stops or resumes an item for new applicants; open matters go on under their version.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 原因 */
                        reason: string;
                        /**
                         * 状态
                         * @enum {string}
                         */
                        state: "in-use" | "suspended" | "cancelled";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            openMatters: number;
                            state: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workshop/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 未上线事项
         * @description What departments still owe the one window: owner, promised day, overdue or online.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            onlineAs: string | null;
                            overdue: boolean;
                            owner: string;
                            promisedOn: string;
                            unit: string;
                            unitName: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /**
         * 登记未上线事项
         * @description Says which item a department still has to bring, by when, or as what it is online now.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 事项 */
                        name: string;
                        /** 代号 */
                        onlineAs?: string;
                        /** 责任人 */
                        owner: string;
                        /**
                         * 承诺上线日期
                         * Format: date
                         */
                        promisedOn: string;
                        /** 单位 */
                        unit: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            unit: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workshop/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 修改稿
         * @description Proposals, newest first, at most a hundred.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            author: string;
                            effectiveFrom: string | null;
                            id: string;
                            kind: string;
                            note: string;
                            reviewNote: string | null;
                            status: string;
                            target: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /**
         * 保存修改稿
         * @description Keeps a change to an item or a process; with an id it goes on with that one.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 内容 */
                        body: {
                            [key: string]: unknown;
                        };
                        /**
                         * 修改稿
                         * Format: uuid
                         */
                        id?: string;
                        /**
                         * 种类
                         * @enum {string}
                         */
                        kind: "item" | "process";
                        /** 修改说明 */
                        note: string;
                        /** 代号 */
                        target: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            status: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workshop/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一份修改稿
         * @description One proposal with its body, for its author and its reader.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** 内容 */
                            body: {
                                [key: string]: unknown;
                            };
                            id: string;
                            kind: string;
                            note: string;
                            status: string;
                            target: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workshop/proposals/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审核
         * @description A second person publishes the change or sends it back; never one’s own.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 是否同意 */
                        approve: boolean;
                        /** 审核意见 */
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            status: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workshop/proposals/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交审核
         * @description Hands a faultless change to a second person, to be in force at once or from a moment.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * 生效时间
                         * Format: date-time
                         */
                        effectiveFrom?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            status: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workshop/simulation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 试走流程
         * @description Plays a diagram through with given facts, as its golden trace would record it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** 成立的事实 */
                        facts: string[];
                        /** 流程图 */
                        xml: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            end: string;
                            facts: string[];
                            steps: unknown[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
