/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 807:
/***/ ((module, exports, __nccwpck_require__) => {

(function (factory) {
    if ( true && typeof module.exports === "object") {
        var v = factory(require, exports);
        if (v !== undefined) module.exports = v;
    }
    else if (typeof define === "function" && define.amd) {
        define(["require", "exports", "./format", "./parser"], factory);
    }
})(function () {
    /*---------------------------------------------------------------------------------------------
     *  Copyright (c) Microsoft Corporation. All rights reserved.
     *  Licensed under the MIT License. See License.txt in the project root for license information.
     *--------------------------------------------------------------------------------------------*/
    'use strict';
    Object.defineProperty(exports, "__esModule", ({ value: true }));
    exports.isWS = exports.applyEdit = exports.setProperty = exports.removeProperty = void 0;
    const format_1 = __nccwpck_require__(612);
    const parser_1 = __nccwpck_require__(152);
    function removeProperty(text, path, options) {
        return setProperty(text, path, void 0, options);
    }
    exports.removeProperty = removeProperty;
    function setProperty(text, originalPath, value, options) {
        const path = originalPath.slice();
        const errors = [];
        const root = (0, parser_1.parseTree)(text, errors);
        let parent = void 0;
        let lastSegment = void 0;
        while (path.length > 0) {
            lastSegment = path.pop();
            parent = (0, parser_1.findNodeAtLocation)(root, path);
            if (parent === void 0 && value !== void 0) {
                if (typeof lastSegment === 'string') {
                    value = { [lastSegment]: value };
                }
                else {
                    value = [value];
                }
            }
            else {
                break;
            }
        }
        if (!parent) {
            // empty document
            if (value === void 0) { // delete
                throw new Error('Can not delete in empty document');
            }
            return withFormatting(text, { offset: root ? root.offset : 0, length: root ? root.length : 0, content: JSON.stringify(value) }, options);
        }
        else if (parent.type === 'object' && typeof lastSegment === 'string' && Array.isArray(parent.children)) {
            const existing = (0, parser_1.findNodeAtLocation)(parent, [lastSegment]);
            if (existing !== void 0) {
                if (value === void 0) { // delete
                    if (!existing.parent) {
                        throw new Error('Malformed AST');
                    }
                    const propertyIndex = parent.children.indexOf(existing.parent);
                    let removeBegin;
                    let removeEnd = existing.parent.offset + existing.parent.length;
                    if (propertyIndex > 0) {
                        // remove the comma of the previous node
                        let previous = parent.children[propertyIndex - 1];
                        removeBegin = previous.offset + previous.length;
                    }
                    else {
                        removeBegin = parent.offset + 1;
                        if (parent.children.length > 1) {
                            // remove the comma of the next node
                            let next = parent.children[1];
                            removeEnd = next.offset;
                        }
                    }
                    return withFormatting(text, { offset: removeBegin, length: removeEnd - removeBegin, content: '' }, options);
                }
                else {
                    // set value of existing property
                    return withFormatting(text, { offset: existing.offset, length: existing.length, content: JSON.stringify(value) }, options);
                }
            }
            else {
                if (value === void 0) { // delete
                    return []; // property does not exist, nothing to do
                }
                const newProperty = `${JSON.stringify(lastSegment)}: ${JSON.stringify(value)}`;
                const index = options.getInsertionIndex ? options.getInsertionIndex(parent.children.map(p => p.children[0].value)) : parent.children.length;
                let edit;
                if (index > 0) {
                    let previous = parent.children[index - 1];
                    edit = { offset: previous.offset + previous.length, length: 0, content: ',' + newProperty };
                }
                else if (parent.children.length === 0) {
                    edit = { offset: parent.offset + 1, length: 0, content: newProperty };
                }
                else {
                    edit = { offset: parent.offset + 1, length: 0, content: newProperty + ',' };
                }
                return withFormatting(text, edit, options);
            }
        }
        else if (parent.type === 'array' && typeof lastSegment === 'number' && Array.isArray(parent.children)) {
            const insertIndex = lastSegment;
            if (insertIndex === -1) {
                // Insert
                const newProperty = `${JSON.stringify(value)}`;
                let edit;
                if (parent.children.length === 0) {
                    edit = { offset: parent.offset + 1, length: 0, content: newProperty };
                }
                else {
                    const previous = parent.children[parent.children.length - 1];
                    edit = { offset: previous.offset + previous.length, length: 0, content: ',' + newProperty };
                }
                return withFormatting(text, edit, options);
            }
            else if (value === void 0 && parent.children.length >= 0) {
                // Removal
                const removalIndex = lastSegment;
                const toRemove = parent.children[removalIndex];
                let edit;
                if (parent.children.length === 1) {
                    // only item
                    edit = { offset: parent.offset + 1, length: parent.length - 2, content: '' };
                }
                else if (parent.children.length - 1 === removalIndex) {
                    // last item
                    let previous = parent.children[removalIndex - 1];
                    let offset = previous.offset + previous.length;
                    let parentEndOffset = parent.offset + parent.length;
                    edit = { offset, length: parentEndOffset - 2 - offset, content: '' };
                }
                else {
                    edit = { offset: toRemove.offset, length: parent.children[removalIndex + 1].offset - toRemove.offset, content: '' };
                }
                return withFormatting(text, edit, options);
            }
            else if (value !== void 0) {
                let edit;
                const newProperty = `${JSON.stringify(value)}`;
                if (!options.isArrayInsertion && parent.children.length > lastSegment) {
                    const toModify = parent.children[lastSegment];
                    edit = { offset: toModify.offset, length: toModify.length, content: newProperty };
                }
                else if (parent.children.length === 0 || lastSegment === 0) {
                    edit = { offset: parent.offset + 1, length: 0, content: parent.children.length === 0 ? newProperty : newProperty + ',' };
                }
                else {
                    const index = lastSegment > parent.children.length ? parent.children.length : lastSegment;
                    const previous = parent.children[index - 1];
                    edit = { offset: previous.offset + previous.length, length: 0, content: ',' + newProperty };
                }
                return withFormatting(text, edit, options);
            }
            else {
                throw new Error(`Can not ${value === void 0 ? 'remove' : (options.isArrayInsertion ? 'insert' : 'modify')} Array index ${insertIndex} as length is not sufficient`);
            }
        }
        else {
            throw new Error(`Can not add ${typeof lastSegment !== 'number' ? 'index' : 'property'} to parent of type ${parent.type}`);
        }
    }
    exports.setProperty = setProperty;
    function withFormatting(text, edit, options) {
        if (!options.formattingOptions) {
            return [edit];
        }
        // apply the edit
        let newText = applyEdit(text, edit);
        // format the new text
        let begin = edit.offset;
        let end = edit.offset + edit.content.length;
        if (edit.length === 0 || edit.content.length === 0) { // insert or remove
            while (begin > 0 && !(0, format_1.isEOL)(newText, begin - 1)) {
                begin--;
            }
            while (end < newText.length && !(0, format_1.isEOL)(newText, end)) {
                end++;
            }
        }
        const edits = (0, format_1.format)(newText, { offset: begin, length: end - begin }, { ...options.formattingOptions, keepLines: false });
        // apply the formatting edits and track the begin and end offsets of the changes
        for (let i = edits.length - 1; i >= 0; i--) {
            const edit = edits[i];
            newText = applyEdit(newText, edit);
            begin = Math.min(begin, edit.offset);
            end = Math.max(end, edit.offset + edit.length);
            end += edit.content.length - edit.length;
        }
        // create a single edit with all changes
        const editLength = text.length - (newText.length - end) - begin;
        return [{ offset: begin, length: editLength, content: newText.substring(begin, end) }];
    }
    function applyEdit(text, edit) {
        return text.substring(0, edit.offset) + edit.content + text.substring(edit.offset + edit.length);
    }
    exports.applyEdit = applyEdit;
    function isWS(text, offset) {
        return '\r\n \t'.indexOf(text.charAt(offset)) !== -1;
    }
    exports.isWS = isWS;
});


/***/ }),

/***/ 612:
/***/ ((module, exports, __nccwpck_require__) => {

(function (factory) {
    if ( true && typeof module.exports === "object") {
        var v = factory(require, exports);
        if (v !== undefined) module.exports = v;
    }
    else if (typeof define === "function" && define.amd) {
        define(["require", "exports", "./scanner", "./string-intern"], factory);
    }
})(function () {
    /*---------------------------------------------------------------------------------------------
     *  Copyright (c) Microsoft Corporation. All rights reserved.
     *  Licensed under the MIT License. See License.txt in the project root for license information.
     *--------------------------------------------------------------------------------------------*/
    'use strict';
    Object.defineProperty(exports, "__esModule", ({ value: true }));
    exports.isEOL = exports.format = void 0;
    const scanner_1 = __nccwpck_require__(525);
    const string_intern_1 = __nccwpck_require__(579);
    function format(documentText, range, options) {
        let initialIndentLevel;
        let formatText;
        let formatTextStart;
        let rangeStart;
        let rangeEnd;
        if (range) {
            rangeStart = range.offset;
            rangeEnd = rangeStart + range.length;
            formatTextStart = rangeStart;
            while (formatTextStart > 0 && !isEOL(documentText, formatTextStart - 1)) {
                formatTextStart--;
            }
            let endOffset = rangeEnd;
            while (endOffset < documentText.length && !isEOL(documentText, endOffset)) {
                endOffset++;
            }
            formatText = documentText.substring(formatTextStart, endOffset);
            initialIndentLevel = computeIndentLevel(formatText, options);
        }
        else {
            formatText = documentText;
            initialIndentLevel = 0;
            formatTextStart = 0;
            rangeStart = 0;
            rangeEnd = documentText.length;
        }
        const eol = getEOL(options, documentText);
        const eolFastPathSupported = string_intern_1.supportedEols.includes(eol);
        let numberLineBreaks = 0;
        let indentLevel = 0;
        let indentValue;
        if (options.insertSpaces) {
            indentValue = string_intern_1.cachedSpaces[options.tabSize || 4] ?? repeat(string_intern_1.cachedSpaces[1], options.tabSize || 4);
        }
        else {
            indentValue = '\t';
        }
        const indentType = indentValue === '\t' ? '\t' : ' ';
        let scanner = (0, scanner_1.createScanner)(formatText, false);
        let hasError = false;
        function newLinesAndIndent() {
            if (numberLineBreaks > 1) {
                return repeat(eol, numberLineBreaks) + repeat(indentValue, initialIndentLevel + indentLevel);
            }
            const amountOfSpaces = indentValue.length * (initialIndentLevel + indentLevel);
            if (!eolFastPathSupported || amountOfSpaces > string_intern_1.cachedBreakLinesWithSpaces[indentType][eol].length) {
                return eol + repeat(indentValue, initialIndentLevel + indentLevel);
            }
            if (amountOfSpaces <= 0) {
                return eol;
            }
            return string_intern_1.cachedBreakLinesWithSpaces[indentType][eol][amountOfSpaces];
        }
        function scanNext() {
            let token = scanner.scan();
            numberLineBreaks = 0;
            while (token === 15 /* SyntaxKind.Trivia */ || token === 14 /* SyntaxKind.LineBreakTrivia */) {
                if (token === 14 /* SyntaxKind.LineBreakTrivia */ && options.keepLines) {
                    numberLineBreaks += 1;
                }
                else if (token === 14 /* SyntaxKind.LineBreakTrivia */) {
                    numberLineBreaks = 1;
                }
                token = scanner.scan();
            }
            hasError = token === 16 /* SyntaxKind.Unknown */ || scanner.getTokenError() !== 0 /* ScanError.None */;
            return token;
        }
        const editOperations = [];
        function addEdit(text, startOffset, endOffset) {
            if (!hasError && (!range || (startOffset < rangeEnd && endOffset > rangeStart)) && documentText.substring(startOffset, endOffset) !== text) {
                editOperations.push({ offset: startOffset, length: endOffset - startOffset, content: text });
            }
        }
        let firstToken = scanNext();
        if (options.keepLines && numberLineBreaks > 0) {
            addEdit(repeat(eol, numberLineBreaks), 0, 0);
        }
        if (firstToken !== 17 /* SyntaxKind.EOF */) {
            let firstTokenStart = scanner.getTokenOffset() + formatTextStart;
            let initialIndent = (indentValue.length * initialIndentLevel < 20) && options.insertSpaces
                ? string_intern_1.cachedSpaces[indentValue.length * initialIndentLevel]
                : repeat(indentValue, initialIndentLevel);
            addEdit(initialIndent, formatTextStart, firstTokenStart);
        }
        while (firstToken !== 17 /* SyntaxKind.EOF */) {
            let firstTokenEnd = scanner.getTokenOffset() + scanner.getTokenLength() + formatTextStart;
            let secondToken = scanNext();
            let replaceContent = '';
            let needsLineBreak = false;
            while (numberLineBreaks === 0 && (secondToken === 12 /* SyntaxKind.LineCommentTrivia */ || secondToken === 13 /* SyntaxKind.BlockCommentTrivia */)) {
                let commentTokenStart = scanner.getTokenOffset() + formatTextStart;
                addEdit(string_intern_1.cachedSpaces[1], firstTokenEnd, commentTokenStart);
                firstTokenEnd = scanner.getTokenOffset() + scanner.getTokenLength() + formatTextStart;
                needsLineBreak = secondToken === 12 /* SyntaxKind.LineCommentTrivia */;
                replaceContent = needsLineBreak ? newLinesAndIndent() : '';
                secondToken = scanNext();
            }
            if (secondToken === 2 /* SyntaxKind.CloseBraceToken */) {
                if (firstToken !== 1 /* SyntaxKind.OpenBraceToken */) {
                    indentLevel--;
                }
                ;
                if (options.keepLines && numberLineBreaks > 0 || !options.keepLines && firstToken !== 1 /* SyntaxKind.OpenBraceToken */) {
                    replaceContent = newLinesAndIndent();
                }
                else if (options.keepLines) {
                    replaceContent = string_intern_1.cachedSpaces[1];
                }
            }
            else if (secondToken === 4 /* SyntaxKind.CloseBracketToken */) {
                if (firstToken !== 3 /* SyntaxKind.OpenBracketToken */) {
                    indentLevel--;
                }
                ;
                if (options.keepLines && numberLineBreaks > 0 || !options.keepLines && firstToken !== 3 /* SyntaxKind.OpenBracketToken */) {
                    replaceContent = newLinesAndIndent();
                }
                else if (options.keepLines) {
                    replaceContent = string_intern_1.cachedSpaces[1];
                }
            }
            else {
                switch (firstToken) {
                    case 3 /* SyntaxKind.OpenBracketToken */:
                    case 1 /* SyntaxKind.OpenBraceToken */:
                        indentLevel++;
                        if (options.keepLines && numberLineBreaks > 0 || !options.keepLines) {
                            replaceContent = newLinesAndIndent();
                        }
                        else {
                            replaceContent = string_intern_1.cachedSpaces[1];
                        }
                        break;
                    case 5 /* SyntaxKind.CommaToken */:
                        if (options.keepLines && numberLineBreaks > 0 || !options.keepLines) {
                            replaceContent = newLinesAndIndent();
                        }
                        else {
                            replaceContent = string_intern_1.cachedSpaces[1];
                        }
                        break;
                    case 12 /* SyntaxKind.LineCommentTrivia */:
                        replaceContent = newLinesAndIndent();
                        break;
                    case 13 /* SyntaxKind.BlockCommentTrivia */:
                        if (numberLineBreaks > 0) {
                            replaceContent = newLinesAndIndent();
                        }
                        else if (!needsLineBreak) {
                            replaceContent = string_intern_1.cachedSpaces[1];
                        }
                        break;
                    case 6 /* SyntaxKind.ColonToken */:
                        if (options.keepLines && numberLineBreaks > 0) {
                            replaceContent = newLinesAndIndent();
                        }
                        else if (!needsLineBreak) {
                            replaceContent = string_intern_1.cachedSpaces[1];
                        }
                        break;
                    case 10 /* SyntaxKind.StringLiteral */:
                        if (options.keepLines && numberLineBreaks > 0) {
                            replaceContent = newLinesAndIndent();
                        }
                        else if (secondToken === 6 /* SyntaxKind.ColonToken */ && !needsLineBreak) {
                            replaceContent = '';
                        }
                        break;
                    case 7 /* SyntaxKind.NullKeyword */:
                    case 8 /* SyntaxKind.TrueKeyword */:
                    case 9 /* SyntaxKind.FalseKeyword */:
                    case 11 /* SyntaxKind.NumericLiteral */:
                    case 2 /* SyntaxKind.CloseBraceToken */:
                    case 4 /* SyntaxKind.CloseBracketToken */:
                        if (options.keepLines && numberLineBreaks > 0) {
                            replaceContent = newLinesAndIndent();
                        }
                        else {
                            if ((secondToken === 12 /* SyntaxKind.LineCommentTrivia */ || secondToken === 13 /* SyntaxKind.BlockCommentTrivia */) && !needsLineBreak) {
                                replaceContent = string_intern_1.cachedSpaces[1];
                            }
                            else if (secondToken !== 5 /* SyntaxKind.CommaToken */ && secondToken !== 17 /* SyntaxKind.EOF */) {
                                hasError = true;
                            }
                        }
                        break;
                    case 16 /* SyntaxKind.Unknown */:
                        hasError = true;
                        break;
                }
                if (numberLineBreaks > 0 && (secondToken === 12 /* SyntaxKind.LineCommentTrivia */ || secondToken === 13 /* SyntaxKind.BlockCommentTrivia */)) {
                    replaceContent = newLinesAndIndent();
                }
            }
            if (secondToken === 17 /* SyntaxKind.EOF */) {
                if (options.keepLines && numberLineBreaks > 0) {
                    replaceContent = newLinesAndIndent();
                }
                else {
                    replaceContent = options.insertFinalNewline ? eol : '';
                }
            }
            const secondTokenStart = scanner.getTokenOffset() + formatTextStart;
            addEdit(replaceContent, firstTokenEnd, secondTokenStart);
            firstToken = secondToken;
        }
        return editOperations;
    }
    exports.format = format;
    function repeat(s, count) {
        let result = '';
        for (let i = 0; i < count; i++) {
            result += s;
        }
        return result;
    }
    function computeIndentLevel(content, options) {
        let i = 0;
        let nChars = 0;
        const tabSize = options.tabSize || 4;
        while (i < content.length) {
            let ch = content.charAt(i);
            if (ch === string_intern_1.cachedSpaces[1]) {
                nChars++;
            }
            else if (ch === '\t') {
                nChars += tabSize;
            }
            else {
                break;
            }
            i++;
        }
        return Math.floor(nChars / tabSize);
    }
    function getEOL(options, text) {
        for (let i = 0; i < text.length; i++) {
            const ch = text.charAt(i);
            if (ch === '\r') {
                if (i + 1 < text.length && text.charAt(i + 1) === '\n') {
                    return '\r\n';
                }
                return '\r';
            }
            else if (ch === '\n') {
                return '\n';
            }
        }
        return (options && options.eol) || '\n';
    }
    function isEOL(text, offset) {
        return '\r\n'.indexOf(text.charAt(offset)) !== -1;
    }
    exports.isEOL = isEOL;
});


/***/ }),

/***/ 152:
/***/ ((module, exports, __nccwpck_require__) => {

(function (factory) {
    if ( true && typeof module.exports === "object") {
        var v = factory(require, exports);
        if (v !== undefined) module.exports = v;
    }
    else if (typeof define === "function" && define.amd) {
        define(["require", "exports", "./scanner"], factory);
    }
})(function () {
    /*---------------------------------------------------------------------------------------------
     *  Copyright (c) Microsoft Corporation. All rights reserved.
     *  Licensed under the MIT License. See License.txt in the project root for license information.
     *--------------------------------------------------------------------------------------------*/
    'use strict';
    Object.defineProperty(exports, "__esModule", ({ value: true }));
    exports.getNodeType = exports.stripComments = exports.visit = exports.findNodeAtOffset = exports.contains = exports.getNodeValue = exports.getNodePath = exports.findNodeAtLocation = exports.parseTree = exports.parse = exports.getLocation = void 0;
    const scanner_1 = __nccwpck_require__(525);
    var ParseOptions;
    (function (ParseOptions) {
        ParseOptions.DEFAULT = {
            allowTrailingComma: false
        };
    })(ParseOptions || (ParseOptions = {}));
    /**
     * For a given offset, evaluate the location in the JSON document. Each segment in the location path is either a property name or an array index.
     */
    function getLocation(text, position) {
        const segments = []; // strings or numbers
        const earlyReturnException = new Object();
        let previousNode = undefined;
        const previousNodeInst = {
            value: {},
            offset: 0,
            length: 0,
            type: 'object',
            parent: undefined
        };
        let isAtPropertyKey = false;
        function setPreviousNode(value, offset, length, type) {
            previousNodeInst.value = value;
            previousNodeInst.offset = offset;
            previousNodeInst.length = length;
            previousNodeInst.type = type;
            previousNodeInst.colonOffset = undefined;
            previousNode = previousNodeInst;
        }
        try {
            visit(text, {
                onObjectBegin: (offset, length) => {
                    if (position <= offset) {
                        throw earlyReturnException;
                    }
                    previousNode = undefined;
                    isAtPropertyKey = position > offset;
                    segments.push(''); // push a placeholder (will be replaced)
                },
                onObjectProperty: (name, offset, length) => {
                    if (position < offset) {
                        throw earlyReturnException;
                    }
                    setPreviousNode(name, offset, length, 'property');
                    segments[segments.length - 1] = name;
                    if (position <= offset + length) {
                        throw earlyReturnException;
                    }
                },
                onObjectEnd: (offset, length) => {
                    if (position <= offset) {
                        throw earlyReturnException;
                    }
                    previousNode = undefined;
                    segments.pop();
                },
                onArrayBegin: (offset, length) => {
                    if (position <= offset) {
                        throw earlyReturnException;
                    }
                    previousNode = undefined;
                    segments.push(0);
                },
                onArrayEnd: (offset, length) => {
                    if (position <= offset) {
                        throw earlyReturnException;
                    }
                    previousNode = undefined;
                    segments.pop();
                },
                onLiteralValue: (value, offset, length) => {
                    if (position < offset) {
                        throw earlyReturnException;
                    }
                    setPreviousNode(value, offset, length, getNodeType(value));
                    if (position <= offset + length) {
                        throw earlyReturnException;
                    }
                },
                onSeparator: (sep, offset, length) => {
                    if (position <= offset) {
                        throw earlyReturnException;
                    }
                    if (sep === ':' && previousNode && previousNode.type === 'property') {
                        previousNode.colonOffset = offset;
                        isAtPropertyKey = false;
                        previousNode = undefined;
                    }
                    else if (sep === ',') {
                        const last = segments[segments.length - 1];
                        if (typeof last === 'number') {
                            segments[segments.length - 1] = last + 1;
                        }
                        else {
                            isAtPropertyKey = true;
                            segments[segments.length - 1] = '';
                        }
                        previousNode = undefined;
                    }
                }
            });
        }
        catch (e) {
            if (e !== earlyReturnException) {
                throw e;
            }
        }
        return {
            path: segments,
            previousNode,
            isAtPropertyKey,
            matches: (pattern) => {
                let k = 0;
                for (let i = 0; k < pattern.length && i < segments.length; i++) {
                    if (pattern[k] === segments[i] || pattern[k] === '*') {
                        k++;
                    }
                    else if (pattern[k] !== '**') {
                        return false;
                    }
                }
                return k === pattern.length;
            }
        };
    }
    exports.getLocation = getLocation;
    /**
     * Parses the given text and returns the object the JSON content represents. On invalid input, the parser tries to be as fault tolerant as possible, but still return a result.
     * Therefore always check the errors list to find out if the input was valid.
     */
    function parse(text, errors = [], options = ParseOptions.DEFAULT) {
        let currentProperty = null;
        let currentParent = [];
        const previousParents = [];
        function onValue(value) {
            if (Array.isArray(currentParent)) {
                currentParent.push(value);
            }
            else if (currentProperty !== null) {
                currentParent[currentProperty] = value;
            }
        }
        const visitor = {
            onObjectBegin: () => {
                const object = {};
                onValue(object);
                previousParents.push(currentParent);
                currentParent = object;
                currentProperty = null;
            },
            onObjectProperty: (name) => {
                currentProperty = name;
            },
            onObjectEnd: () => {
                currentParent = previousParents.pop();
            },
            onArrayBegin: () => {
                const array = [];
                onValue(array);
                previousParents.push(currentParent);
                currentParent = array;
                currentProperty = null;
            },
            onArrayEnd: () => {
                currentParent = previousParents.pop();
            },
            onLiteralValue: onValue,
            onError: (error, offset, length) => {
                errors.push({ error, offset, length });
            }
        };
        visit(text, visitor, options);
        return currentParent[0];
    }
    exports.parse = parse;
    /**
     * Parses the given text and returns a tree representation the JSON content. On invalid input, the parser tries to be as fault tolerant as possible, but still return a result.
     */
    function parseTree(text, errors = [], options = ParseOptions.DEFAULT) {
        let currentParent = { type: 'array', offset: -1, length: -1, children: [], parent: undefined }; // artificial root
        function ensurePropertyComplete(endOffset) {
            if (currentParent.type === 'property') {
                currentParent.length = endOffset - currentParent.offset;
                currentParent = currentParent.parent;
            }
        }
        function onValue(valueNode) {
            currentParent.children.push(valueNode);
            return valueNode;
        }
        const visitor = {
            onObjectBegin: (offset) => {
                currentParent = onValue({ type: 'object', offset, length: -1, parent: currentParent, children: [] });
            },
            onObjectProperty: (name, offset, length) => {
                currentParent = onValue({ type: 'property', offset, length: -1, parent: currentParent, children: [] });
                currentParent.children.push({ type: 'string', value: name, offset, length, parent: currentParent });
            },
            onObjectEnd: (offset, length) => {
                ensurePropertyComplete(offset + length); // in case of a missing value for a property: make sure property is complete
                currentParent.length = offset + length - currentParent.offset;
                currentParent = currentParent.parent;
                ensurePropertyComplete(offset + length);
            },
            onArrayBegin: (offset, length) => {
                currentParent = onValue({ type: 'array', offset, length: -1, parent: currentParent, children: [] });
            },
            onArrayEnd: (offset, length) => {
                currentParent.length = offset + length - currentParent.offset;
                currentParent = currentParent.parent;
                ensurePropertyComplete(offset + length);
            },
            onLiteralValue: (value, offset, length) => {
                onValue({ type: getNodeType(value), offset, length, parent: currentParent, value });
                ensurePropertyComplete(offset + length);
            },
            onSeparator: (sep, offset, length) => {
                if (currentParent.type === 'property') {
                    if (sep === ':') {
                        currentParent.colonOffset = offset;
                    }
                    else if (sep === ',') {
                        ensurePropertyComplete(offset);
                    }
                }
            },
            onError: (error, offset, length) => {
                errors.push({ error, offset, length });
            }
        };
        visit(text, visitor, options);
        const result = currentParent.children[0];
        if (result) {
            delete result.parent;
        }
        return result;
    }
    exports.parseTree = parseTree;
    /**
     * Finds the node at the given path in a JSON DOM.
     */
    function findNodeAtLocation(root, path) {
        if (!root) {
            return undefined;
        }
        let node = root;
        for (let segment of path) {
            if (typeof segment === 'string') {
                if (node.type !== 'object' || !Array.isArray(node.children)) {
                    return undefined;
                }
                let found = false;
                for (const propertyNode of node.children) {
                    if (Array.isArray(propertyNode.children) && propertyNode.children[0].value === segment && propertyNode.children.length === 2) {
                        node = propertyNode.children[1];
                        found = true;
                        break;
                    }
                }
                if (!found) {
                    return undefined;
                }
            }
            else {
                const index = segment;
                if (node.type !== 'array' || index < 0 || !Array.isArray(node.children) || index >= node.children.length) {
                    return undefined;
                }
                node = node.children[index];
            }
        }
        return node;
    }
    exports.findNodeAtLocation = findNodeAtLocation;
    /**
     * Gets the JSON path of the given JSON DOM node
     */
    function getNodePath(node) {
        if (!node.parent || !node.parent.children) {
            return [];
        }
        const path = getNodePath(node.parent);
        if (node.parent.type === 'property') {
            const key = node.parent.children[0].value;
            path.push(key);
        }
        else if (node.parent.type === 'array') {
            const index = node.parent.children.indexOf(node);
            if (index !== -1) {
                path.push(index);
            }
        }
        return path;
    }
    exports.getNodePath = getNodePath;
    /**
     * Evaluates the JavaScript object of the given JSON DOM node
     */
    function getNodeValue(node) {
        switch (node.type) {
            case 'array':
                return node.children.map(getNodeValue);
            case 'object':
                const obj = Object.create(null);
                for (let prop of node.children) {
                    const valueNode = prop.children[1];
                    if (valueNode) {
                        obj[prop.children[0].value] = getNodeValue(valueNode);
                    }
                }
                return obj;
            case 'null':
            case 'string':
            case 'number':
            case 'boolean':
                return node.value;
            default:
                return undefined;
        }
    }
    exports.getNodeValue = getNodeValue;
    function contains(node, offset, includeRightBound = false) {
        return (offset >= node.offset && offset < (node.offset + node.length)) || includeRightBound && (offset === (node.offset + node.length));
    }
    exports.contains = contains;
    /**
     * Finds the most inner node at the given offset. If includeRightBound is set, also finds nodes that end at the given offset.
     */
    function findNodeAtOffset(node, offset, includeRightBound = false) {
        if (contains(node, offset, includeRightBound)) {
            const children = node.children;
            if (Array.isArray(children)) {
                for (let i = 0; i < children.length && children[i].offset <= offset; i++) {
                    const item = findNodeAtOffset(children[i], offset, includeRightBound);
                    if (item) {
                        return item;
                    }
                }
            }
            return node;
        }
        return undefined;
    }
    exports.findNodeAtOffset = findNodeAtOffset;
    /**
     * Parses the given text and invokes the visitor functions for each object, array and literal reached.
     */
    function visit(text, visitor, options = ParseOptions.DEFAULT) {
        const _scanner = (0, scanner_1.createScanner)(text, false);
        // Important: Only pass copies of this to visitor functions to prevent accidental modification, and
        // to not affect visitor functions which stored a reference to a previous JSONPath
        const _jsonPath = [];
        // Depth of onXXXBegin() callbacks suppressed. onXXXEnd() decrements this if it isn't 0 already.
        // Callbacks are only called when this value is 0.
        let suppressedCallbacks = 0;
        function toNoArgVisit(visitFunction) {
            return visitFunction ? () => suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
        }
        function toOneArgVisit(visitFunction) {
            return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
        }
        function toOneArgVisitWithPath(visitFunction) {
            return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) : () => true;
        }
        function toBeginVisit(visitFunction) {
            return visitFunction ?
                () => {
                    if (suppressedCallbacks > 0) {
                        suppressedCallbacks++;
                    }
                    else {
                        let cbReturn = visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice());
                        if (cbReturn === false) {
                            suppressedCallbacks = 1;
                        }
                    }
                }
                : () => true;
        }
        function toEndVisit(visitFunction) {
            return visitFunction ?
                () => {
                    if (suppressedCallbacks > 0) {
                        suppressedCallbacks--;
                    }
                    if (suppressedCallbacks === 0) {
                        visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter());
                    }
                }
                : () => true;
        }
        const onObjectBegin = toBeginVisit(visitor.onObjectBegin), onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty), onObjectEnd = toEndVisit(visitor.onObjectEnd), onArrayBegin = toBeginVisit(visitor.onArrayBegin), onArrayEnd = toEndVisit(visitor.onArrayEnd), onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue), onSeparator = toOneArgVisit(visitor.onSeparator), onComment = toNoArgVisit(visitor.onComment), onError = toOneArgVisit(visitor.onError);
        const disallowComments = options && options.disallowComments;
        const allowTrailingComma = options && options.allowTrailingComma;
        function scanNext() {
            while (true) {
                const token = _scanner.scan();
                switch (_scanner.getTokenError()) {
                    case 4 /* ScanError.InvalidUnicode */:
                        handleError(14 /* ParseErrorCode.InvalidUnicode */);
                        break;
                    case 5 /* ScanError.InvalidEscapeCharacter */:
                        handleError(15 /* ParseErrorCode.InvalidEscapeCharacter */);
                        break;
                    case 3 /* ScanError.UnexpectedEndOfNumber */:
                        handleError(13 /* ParseErrorCode.UnexpectedEndOfNumber */);
                        break;
                    case 1 /* ScanError.UnexpectedEndOfComment */:
                        if (!disallowComments) {
                            handleError(11 /* ParseErrorCode.UnexpectedEndOfComment */);
                        }
                        break;
                    case 2 /* ScanError.UnexpectedEndOfString */:
                        handleError(12 /* ParseErrorCode.UnexpectedEndOfString */);
                        break;
                    case 6 /* ScanError.InvalidCharacter */:
                        handleError(16 /* ParseErrorCode.InvalidCharacter */);
                        break;
                }
                switch (token) {
                    case 12 /* SyntaxKind.LineCommentTrivia */:
                    case 13 /* SyntaxKind.BlockCommentTrivia */:
                        if (disallowComments) {
                            handleError(10 /* ParseErrorCode.InvalidCommentToken */);
                        }
                        else {
                            onComment();
                        }
                        break;
                    case 16 /* SyntaxKind.Unknown */:
                        handleError(1 /* ParseErrorCode.InvalidSymbol */);
                        break;
                    case 15 /* SyntaxKind.Trivia */:
                    case 14 /* SyntaxKind.LineBreakTrivia */:
                        break;
                    default:
                        return token;
                }
            }
        }
        function handleError(error, skipUntilAfter = [], skipUntil = []) {
            onError(error);
            if (skipUntilAfter.length + skipUntil.length > 0) {
                let token = _scanner.getToken();
                while (token !== 17 /* SyntaxKind.EOF */) {
                    if (skipUntilAfter.indexOf(token) !== -1) {
                        scanNext();
                        break;
                    }
                    else if (skipUntil.indexOf(token) !== -1) {
                        break;
                    }
                    token = scanNext();
                }
            }
        }
        function parseString(isValue) {
            const value = _scanner.getTokenValue();
            if (isValue) {
                onLiteralValue(value);
            }
            else {
                onObjectProperty(value);
                // add property name afterwards
                _jsonPath.push(value);
            }
            scanNext();
            return true;
        }
        function parseLiteral() {
            switch (_scanner.getToken()) {
                case 11 /* SyntaxKind.NumericLiteral */:
                    const tokenValue = _scanner.getTokenValue();
                    let value = Number(tokenValue);
                    if (isNaN(value)) {
                        handleError(2 /* ParseErrorCode.InvalidNumberFormat */);
                        value = 0;
                    }
                    onLiteralValue(value);
                    break;
                case 7 /* SyntaxKind.NullKeyword */:
                    onLiteralValue(null);
                    break;
                case 8 /* SyntaxKind.TrueKeyword */:
                    onLiteralValue(true);
                    break;
                case 9 /* SyntaxKind.FalseKeyword */:
                    onLiteralValue(false);
                    break;
                default:
                    return false;
            }
            scanNext();
            return true;
        }
        function parseProperty() {
            if (_scanner.getToken() !== 10 /* SyntaxKind.StringLiteral */) {
                handleError(3 /* ParseErrorCode.PropertyNameExpected */, [], [2 /* SyntaxKind.CloseBraceToken */, 5 /* SyntaxKind.CommaToken */]);
                return false;
            }
            parseString(false);
            if (_scanner.getToken() === 6 /* SyntaxKind.ColonToken */) {
                onSeparator(':');
                scanNext(); // consume colon
                if (!parseValue()) {
                    handleError(4 /* ParseErrorCode.ValueExpected */, [], [2 /* SyntaxKind.CloseBraceToken */, 5 /* SyntaxKind.CommaToken */]);
                }
            }
            else {
                handleError(5 /* ParseErrorCode.ColonExpected */, [], [2 /* SyntaxKind.CloseBraceToken */, 5 /* SyntaxKind.CommaToken */]);
            }
            _jsonPath.pop(); // remove processed property name
            return true;
        }
        function parseObject() {
            onObjectBegin();
            scanNext(); // consume open brace
            let needsComma = false;
            while (_scanner.getToken() !== 2 /* SyntaxKind.CloseBraceToken */ && _scanner.getToken() !== 17 /* SyntaxKind.EOF */) {
                if (_scanner.getToken() === 5 /* SyntaxKind.CommaToken */) {
                    if (!needsComma) {
                        handleError(4 /* ParseErrorCode.ValueExpected */, [], []);
                    }
                    onSeparator(',');
                    scanNext(); // consume comma
                    if (_scanner.getToken() === 2 /* SyntaxKind.CloseBraceToken */ && allowTrailingComma) {
                        break;
                    }
                }
                else if (needsComma) {
                    handleError(6 /* ParseErrorCode.CommaExpected */, [], []);
                }
                if (!parseProperty()) {
                    handleError(4 /* ParseErrorCode.ValueExpected */, [], [2 /* SyntaxKind.CloseBraceToken */, 5 /* SyntaxKind.CommaToken */]);
                }
                needsComma = true;
            }
            onObjectEnd();
            if (_scanner.getToken() !== 2 /* SyntaxKind.CloseBraceToken */) {
                handleError(7 /* ParseErrorCode.CloseBraceExpected */, [2 /* SyntaxKind.CloseBraceToken */], []);
            }
            else {
                scanNext(); // consume close brace
            }
            return true;
        }
        function parseArray() {
            onArrayBegin();
            scanNext(); // consume open bracket
            let isFirstElement = true;
            let needsComma = false;
            while (_scanner.getToken() !== 4 /* SyntaxKind.CloseBracketToken */ && _scanner.getToken() !== 17 /* SyntaxKind.EOF */) {
                if (_scanner.getToken() === 5 /* SyntaxKind.CommaToken */) {
                    if (!needsComma) {
                        handleError(4 /* ParseErrorCode.ValueExpected */, [], []);
                    }
                    onSeparator(',');
                    scanNext(); // consume comma
                    if (_scanner.getToken() === 4 /* SyntaxKind.CloseBracketToken */ && allowTrailingComma) {
                        break;
                    }
                }
                else if (needsComma) {
                    handleError(6 /* ParseErrorCode.CommaExpected */, [], []);
                }
                if (isFirstElement) {
                    _jsonPath.push(0);
                    isFirstElement = false;
                }
                else {
                    _jsonPath[_jsonPath.length - 1]++;
                }
                if (!parseValue()) {
                    handleError(4 /* ParseErrorCode.ValueExpected */, [], [4 /* SyntaxKind.CloseBracketToken */, 5 /* SyntaxKind.CommaToken */]);
                }
                needsComma = true;
            }
            onArrayEnd();
            if (!isFirstElement) {
                _jsonPath.pop(); // remove array index
            }
            if (_scanner.getToken() !== 4 /* SyntaxKind.CloseBracketToken */) {
                handleError(8 /* ParseErrorCode.CloseBracketExpected */, [4 /* SyntaxKind.CloseBracketToken */], []);
            }
            else {
                scanNext(); // consume close bracket
            }
            return true;
        }
        function parseValue() {
            switch (_scanner.getToken()) {
                case 3 /* SyntaxKind.OpenBracketToken */:
                    return parseArray();
                case 1 /* SyntaxKind.OpenBraceToken */:
                    return parseObject();
                case 10 /* SyntaxKind.StringLiteral */:
                    return parseString(true);
                default:
                    return parseLiteral();
            }
        }
        scanNext();
        if (_scanner.getToken() === 17 /* SyntaxKind.EOF */) {
            if (options.allowEmptyContent) {
                return true;
            }
            handleError(4 /* ParseErrorCode.ValueExpected */, [], []);
            return false;
        }
        if (!parseValue()) {
            handleError(4 /* ParseErrorCode.ValueExpected */, [], []);
            return false;
        }
        if (_scanner.getToken() !== 17 /* SyntaxKind.EOF */) {
            handleError(9 /* ParseErrorCode.EndOfFileExpected */, [], []);
        }
        return true;
    }
    exports.visit = visit;
    /**
     * Takes JSON with JavaScript-style comments and remove
     * them. Optionally replaces every none-newline character
     * of comments with a replaceCharacter
     */
    function stripComments(text, replaceCh) {
        let _scanner = (0, scanner_1.createScanner)(text), parts = [], kind, offset = 0, pos;
        do {
            pos = _scanner.getPosition();
            kind = _scanner.scan();
            switch (kind) {
                case 12 /* SyntaxKind.LineCommentTrivia */:
                case 13 /* SyntaxKind.BlockCommentTrivia */:
                case 17 /* SyntaxKind.EOF */:
                    if (offset !== pos) {
                        parts.push(text.substring(offset, pos));
                    }
                    if (replaceCh !== undefined) {
                        parts.push(_scanner.getTokenValue().replace(/[^\r\n]/g, replaceCh));
                    }
                    offset = _scanner.getPosition();
                    break;
            }
        } while (kind !== 17 /* SyntaxKind.EOF */);
        return parts.join('');
    }
    exports.stripComments = stripComments;
    function getNodeType(value) {
        switch (typeof value) {
            case 'boolean': return 'boolean';
            case 'number': return 'number';
            case 'string': return 'string';
            case 'object': {
                if (!value) {
                    return 'null';
                }
                else if (Array.isArray(value)) {
                    return 'array';
                }
                return 'object';
            }
            default: return 'null';
        }
    }
    exports.getNodeType = getNodeType;
});


/***/ }),

/***/ 525:
/***/ ((module, exports) => {

(function (factory) {
    if ( true && typeof module.exports === "object") {
        var v = factory(require, exports);
        if (v !== undefined) module.exports = v;
    }
    else if (typeof define === "function" && define.amd) {
        define(["require", "exports"], factory);
    }
})(function () {
    /*---------------------------------------------------------------------------------------------
     *  Copyright (c) Microsoft Corporation. All rights reserved.
     *  Licensed under the MIT License. See License.txt in the project root for license information.
     *--------------------------------------------------------------------------------------------*/
    'use strict';
    Object.defineProperty(exports, "__esModule", ({ value: true }));
    exports.createScanner = void 0;
    /**
     * Creates a JSON scanner on the given text.
     * If ignoreTrivia is set, whitespaces or comments are ignored.
     */
    function createScanner(text, ignoreTrivia = false) {
        const len = text.length;
        let pos = 0, value = '', tokenOffset = 0, token = 16 /* SyntaxKind.Unknown */, lineNumber = 0, lineStartOffset = 0, tokenLineStartOffset = 0, prevTokenLineStartOffset = 0, scanError = 0 /* ScanError.None */;
        function scanHexDigits(count, exact) {
            let digits = 0;
            let value = 0;
            while (digits < count || !exact) {
                let ch = text.charCodeAt(pos);
                if (ch >= 48 /* CharacterCodes._0 */ && ch <= 57 /* CharacterCodes._9 */) {
                    value = value * 16 + ch - 48 /* CharacterCodes._0 */;
                }
                else if (ch >= 65 /* CharacterCodes.A */ && ch <= 70 /* CharacterCodes.F */) {
                    value = value * 16 + ch - 65 /* CharacterCodes.A */ + 10;
                }
                else if (ch >= 97 /* CharacterCodes.a */ && ch <= 102 /* CharacterCodes.f */) {
                    value = value * 16 + ch - 97 /* CharacterCodes.a */ + 10;
                }
                else {
                    break;
                }
                pos++;
                digits++;
            }
            if (digits < count) {
                value = -1;
            }
            return value;
        }
        function setPosition(newPosition) {
            pos = newPosition;
            value = '';
            tokenOffset = 0;
            token = 16 /* SyntaxKind.Unknown */;
            scanError = 0 /* ScanError.None */;
        }
        function scanNumber() {
            let start = pos;
            if (text.charCodeAt(pos) === 48 /* CharacterCodes._0 */) {
                pos++;
            }
            else {
                pos++;
                while (pos < text.length && isDigit(text.charCodeAt(pos))) {
                    pos++;
                }
            }
            if (pos < text.length && text.charCodeAt(pos) === 46 /* CharacterCodes.dot */) {
                pos++;
                if (pos < text.length && isDigit(text.charCodeAt(pos))) {
                    pos++;
                    while (pos < text.length && isDigit(text.charCodeAt(pos))) {
                        pos++;
                    }
                }
                else {
                    scanError = 3 /* ScanError.UnexpectedEndOfNumber */;
                    return text.substring(start, pos);
                }
            }
            let end = pos;
            if (pos < text.length && (text.charCodeAt(pos) === 69 /* CharacterCodes.E */ || text.charCodeAt(pos) === 101 /* CharacterCodes.e */)) {
                pos++;
                if (pos < text.length && text.charCodeAt(pos) === 43 /* CharacterCodes.plus */ || text.charCodeAt(pos) === 45 /* CharacterCodes.minus */) {
                    pos++;
                }
                if (pos < text.length && isDigit(text.charCodeAt(pos))) {
                    pos++;
                    while (pos < text.length && isDigit(text.charCodeAt(pos))) {
                        pos++;
                    }
                    end = pos;
                }
                else {
                    scanError = 3 /* ScanError.UnexpectedEndOfNumber */;
                }
            }
            return text.substring(start, end);
        }
        function scanString() {
            let result = '', start = pos;
            while (true) {
                if (pos >= len) {
                    result += text.substring(start, pos);
                    scanError = 2 /* ScanError.UnexpectedEndOfString */;
                    break;
                }
                const ch = text.charCodeAt(pos);
                if (ch === 34 /* CharacterCodes.doubleQuote */) {
                    result += text.substring(start, pos);
                    pos++;
                    break;
                }
                if (ch === 92 /* CharacterCodes.backslash */) {
                    result += text.substring(start, pos);
                    pos++;
                    if (pos >= len) {
                        scanError = 2 /* ScanError.UnexpectedEndOfString */;
                        break;
                    }
                    const ch2 = text.charCodeAt(pos++);
                    switch (ch2) {
                        case 34 /* CharacterCodes.doubleQuote */:
                            result += '\"';
                            break;
                        case 92 /* CharacterCodes.backslash */:
                            result += '\\';
                            break;
                        case 47 /* CharacterCodes.slash */:
                            result += '/';
                            break;
                        case 98 /* CharacterCodes.b */:
                            result += '\b';
                            break;
                        case 102 /* CharacterCodes.f */:
                            result += '\f';
                            break;
                        case 110 /* CharacterCodes.n */:
                            result += '\n';
                            break;
                        case 114 /* CharacterCodes.r */:
                            result += '\r';
                            break;
                        case 116 /* CharacterCodes.t */:
                            result += '\t';
                            break;
                        case 117 /* CharacterCodes.u */:
                            const ch3 = scanHexDigits(4, true);
                            if (ch3 >= 0) {
                                result += String.fromCharCode(ch3);
                            }
                            else {
                                scanError = 4 /* ScanError.InvalidUnicode */;
                            }
                            break;
                        default:
                            scanError = 5 /* ScanError.InvalidEscapeCharacter */;
                    }
                    start = pos;
                    continue;
                }
                if (ch >= 0 && ch <= 0x1f) {
                    if (isLineBreak(ch)) {
                        result += text.substring(start, pos);
                        scanError = 2 /* ScanError.UnexpectedEndOfString */;
                        break;
                    }
                    else {
                        scanError = 6 /* ScanError.InvalidCharacter */;
                        // mark as error but continue with string
                    }
                }
                pos++;
            }
            return result;
        }
        function scanNext() {
            value = '';
            scanError = 0 /* ScanError.None */;
            tokenOffset = pos;
            lineStartOffset = lineNumber;
            prevTokenLineStartOffset = tokenLineStartOffset;
            if (pos >= len) {
                // at the end
                tokenOffset = len;
                return token = 17 /* SyntaxKind.EOF */;
            }
            let code = text.charCodeAt(pos);
            // trivia: whitespace
            if (isWhiteSpace(code)) {
                do {
                    pos++;
                    value += String.fromCharCode(code);
                    code = text.charCodeAt(pos);
                } while (isWhiteSpace(code));
                return token = 15 /* SyntaxKind.Trivia */;
            }
            // trivia: newlines
            if (isLineBreak(code)) {
                pos++;
                value += String.fromCharCode(code);
                if (code === 13 /* CharacterCodes.carriageReturn */ && text.charCodeAt(pos) === 10 /* CharacterCodes.lineFeed */) {
                    pos++;
                    value += '\n';
                }
                lineNumber++;
                tokenLineStartOffset = pos;
                return token = 14 /* SyntaxKind.LineBreakTrivia */;
            }
            switch (code) {
                // tokens: []{}:,
                case 123 /* CharacterCodes.openBrace */:
                    pos++;
                    return token = 1 /* SyntaxKind.OpenBraceToken */;
                case 125 /* CharacterCodes.closeBrace */:
                    pos++;
                    return token = 2 /* SyntaxKind.CloseBraceToken */;
                case 91 /* CharacterCodes.openBracket */:
                    pos++;
                    return token = 3 /* SyntaxKind.OpenBracketToken */;
                case 93 /* CharacterCodes.closeBracket */:
                    pos++;
                    return token = 4 /* SyntaxKind.CloseBracketToken */;
                case 58 /* CharacterCodes.colon */:
                    pos++;
                    return token = 6 /* SyntaxKind.ColonToken */;
                case 44 /* CharacterCodes.comma */:
                    pos++;
                    return token = 5 /* SyntaxKind.CommaToken */;
                // strings
                case 34 /* CharacterCodes.doubleQuote */:
                    pos++;
                    value = scanString();
                    return token = 10 /* SyntaxKind.StringLiteral */;
                // comments
                case 47 /* CharacterCodes.slash */:
                    const start = pos - 1;
                    // Single-line comment
                    if (text.charCodeAt(pos + 1) === 47 /* CharacterCodes.slash */) {
                        pos += 2;
                        while (pos < len) {
                            if (isLineBreak(text.charCodeAt(pos))) {
                                break;
                            }
                            pos++;
                        }
                        value = text.substring(start, pos);
                        return token = 12 /* SyntaxKind.LineCommentTrivia */;
                    }
                    // Multi-line comment
                    if (text.charCodeAt(pos + 1) === 42 /* CharacterCodes.asterisk */) {
                        pos += 2;
                        const safeLength = len - 1; // For lookahead.
                        let commentClosed = false;
                        while (pos < safeLength) {
                            const ch = text.charCodeAt(pos);
                            if (ch === 42 /* CharacterCodes.asterisk */ && text.charCodeAt(pos + 1) === 47 /* CharacterCodes.slash */) {
                                pos += 2;
                                commentClosed = true;
                                break;
                            }
                            pos++;
                            if (isLineBreak(ch)) {
                                if (ch === 13 /* CharacterCodes.carriageReturn */ && text.charCodeAt(pos) === 10 /* CharacterCodes.lineFeed */) {
                                    pos++;
                                }
                                lineNumber++;
                                tokenLineStartOffset = pos;
                            }
                        }
                        if (!commentClosed) {
                            pos++;
                            scanError = 1 /* ScanError.UnexpectedEndOfComment */;
                        }
                        value = text.substring(start, pos);
                        return token = 13 /* SyntaxKind.BlockCommentTrivia */;
                    }
                    // just a single slash
                    value += String.fromCharCode(code);
                    pos++;
                    return token = 16 /* SyntaxKind.Unknown */;
                // numbers
                case 45 /* CharacterCodes.minus */:
                    value += String.fromCharCode(code);
                    pos++;
                    if (pos === len || !isDigit(text.charCodeAt(pos))) {
                        return token = 16 /* SyntaxKind.Unknown */;
                    }
                // found a minus, followed by a number so
                // we fall through to proceed with scanning
                // numbers
                case 48 /* CharacterCodes._0 */:
                case 49 /* CharacterCodes._1 */:
                case 50 /* CharacterCodes._2 */:
                case 51 /* CharacterCodes._3 */:
                case 52 /* CharacterCodes._4 */:
                case 53 /* CharacterCodes._5 */:
                case 54 /* CharacterCodes._6 */:
                case 55 /* CharacterCodes._7 */:
                case 56 /* CharacterCodes._8 */:
                case 57 /* CharacterCodes._9 */:
                    value += scanNumber();
                    return token = 11 /* SyntaxKind.NumericLiteral */;
                // literals and unknown symbols
                default:
                    // is a literal? Read the full word.
                    while (pos < len && isUnknownContentCharacter(code)) {
                        pos++;
                        code = text.charCodeAt(pos);
                    }
                    if (tokenOffset !== pos) {
                        value = text.substring(tokenOffset, pos);
                        // keywords: true, false, null
                        switch (value) {
                            case 'true': return token = 8 /* SyntaxKind.TrueKeyword */;
                            case 'false': return token = 9 /* SyntaxKind.FalseKeyword */;
                            case 'null': return token = 7 /* SyntaxKind.NullKeyword */;
                        }
                        return token = 16 /* SyntaxKind.Unknown */;
                    }
                    // some
                    value += String.fromCharCode(code);
                    pos++;
                    return token = 16 /* SyntaxKind.Unknown */;
            }
        }
        function isUnknownContentCharacter(code) {
            if (isWhiteSpace(code) || isLineBreak(code)) {
                return false;
            }
            switch (code) {
                case 125 /* CharacterCodes.closeBrace */:
                case 93 /* CharacterCodes.closeBracket */:
                case 123 /* CharacterCodes.openBrace */:
                case 91 /* CharacterCodes.openBracket */:
                case 34 /* CharacterCodes.doubleQuote */:
                case 58 /* CharacterCodes.colon */:
                case 44 /* CharacterCodes.comma */:
                case 47 /* CharacterCodes.slash */:
                    return false;
            }
            return true;
        }
        function scanNextNonTrivia() {
            let result;
            do {
                result = scanNext();
            } while (result >= 12 /* SyntaxKind.LineCommentTrivia */ && result <= 15 /* SyntaxKind.Trivia */);
            return result;
        }
        return {
            setPosition: setPosition,
            getPosition: () => pos,
            scan: ignoreTrivia ? scanNextNonTrivia : scanNext,
            getToken: () => token,
            getTokenValue: () => value,
            getTokenOffset: () => tokenOffset,
            getTokenLength: () => pos - tokenOffset,
            getTokenStartLine: () => lineStartOffset,
            getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset,
            getTokenError: () => scanError,
        };
    }
    exports.createScanner = createScanner;
    function isWhiteSpace(ch) {
        return ch === 32 /* CharacterCodes.space */ || ch === 9 /* CharacterCodes.tab */;
    }
    function isLineBreak(ch) {
        return ch === 10 /* CharacterCodes.lineFeed */ || ch === 13 /* CharacterCodes.carriageReturn */;
    }
    function isDigit(ch) {
        return ch >= 48 /* CharacterCodes._0 */ && ch <= 57 /* CharacterCodes._9 */;
    }
    var CharacterCodes;
    (function (CharacterCodes) {
        CharacterCodes[CharacterCodes["lineFeed"] = 10] = "lineFeed";
        CharacterCodes[CharacterCodes["carriageReturn"] = 13] = "carriageReturn";
        CharacterCodes[CharacterCodes["space"] = 32] = "space";
        CharacterCodes[CharacterCodes["_0"] = 48] = "_0";
        CharacterCodes[CharacterCodes["_1"] = 49] = "_1";
        CharacterCodes[CharacterCodes["_2"] = 50] = "_2";
        CharacterCodes[CharacterCodes["_3"] = 51] = "_3";
        CharacterCodes[CharacterCodes["_4"] = 52] = "_4";
        CharacterCodes[CharacterCodes["_5"] = 53] = "_5";
        CharacterCodes[CharacterCodes["_6"] = 54] = "_6";
        CharacterCodes[CharacterCodes["_7"] = 55] = "_7";
        CharacterCodes[CharacterCodes["_8"] = 56] = "_8";
        CharacterCodes[CharacterCodes["_9"] = 57] = "_9";
        CharacterCodes[CharacterCodes["a"] = 97] = "a";
        CharacterCodes[CharacterCodes["b"] = 98] = "b";
        CharacterCodes[CharacterCodes["c"] = 99] = "c";
        CharacterCodes[CharacterCodes["d"] = 100] = "d";
        CharacterCodes[CharacterCodes["e"] = 101] = "e";
        CharacterCodes[CharacterCodes["f"] = 102] = "f";
        CharacterCodes[CharacterCodes["g"] = 103] = "g";
        CharacterCodes[CharacterCodes["h"] = 104] = "h";
        CharacterCodes[CharacterCodes["i"] = 105] = "i";
        CharacterCodes[CharacterCodes["j"] = 106] = "j";
        CharacterCodes[CharacterCodes["k"] = 107] = "k";
        CharacterCodes[CharacterCodes["l"] = 108] = "l";
        CharacterCodes[CharacterCodes["m"] = 109] = "m";
        CharacterCodes[CharacterCodes["n"] = 110] = "n";
        CharacterCodes[CharacterCodes["o"] = 111] = "o";
        CharacterCodes[CharacterCodes["p"] = 112] = "p";
        CharacterCodes[CharacterCodes["q"] = 113] = "q";
        CharacterCodes[CharacterCodes["r"] = 114] = "r";
        CharacterCodes[CharacterCodes["s"] = 115] = "s";
        CharacterCodes[CharacterCodes["t"] = 116] = "t";
        CharacterCodes[CharacterCodes["u"] = 117] = "u";
        CharacterCodes[CharacterCodes["v"] = 118] = "v";
        CharacterCodes[CharacterCodes["w"] = 119] = "w";
        CharacterCodes[CharacterCodes["x"] = 120] = "x";
        CharacterCodes[CharacterCodes["y"] = 121] = "y";
        CharacterCodes[CharacterCodes["z"] = 122] = "z";
        CharacterCodes[CharacterCodes["A"] = 65] = "A";
        CharacterCodes[CharacterCodes["B"] = 66] = "B";
        CharacterCodes[CharacterCodes["C"] = 67] = "C";
        CharacterCodes[CharacterCodes["D"] = 68] = "D";
        CharacterCodes[CharacterCodes["E"] = 69] = "E";
        CharacterCodes[CharacterCodes["F"] = 70] = "F";
        CharacterCodes[CharacterCodes["G"] = 71] = "G";
        CharacterCodes[CharacterCodes["H"] = 72] = "H";
        CharacterCodes[CharacterCodes["I"] = 73] = "I";
        CharacterCodes[CharacterCodes["J"] = 74] = "J";
        CharacterCodes[CharacterCodes["K"] = 75] = "K";
        CharacterCodes[CharacterCodes["L"] = 76] = "L";
        CharacterCodes[CharacterCodes["M"] = 77] = "M";
        CharacterCodes[CharacterCodes["N"] = 78] = "N";
        CharacterCodes[CharacterCodes["O"] = 79] = "O";
        CharacterCodes[CharacterCodes["P"] = 80] = "P";
        CharacterCodes[CharacterCodes["Q"] = 81] = "Q";
        CharacterCodes[CharacterCodes["R"] = 82] = "R";
        CharacterCodes[CharacterCodes["S"] = 83] = "S";
        CharacterCodes[CharacterCodes["T"] = 84] = "T";
        CharacterCodes[CharacterCodes["U"] = 85] = "U";
        CharacterCodes[CharacterCodes["V"] = 86] = "V";
        CharacterCodes[CharacterCodes["W"] = 87] = "W";
        CharacterCodes[CharacterCodes["X"] = 88] = "X";
        CharacterCodes[CharacterCodes["Y"] = 89] = "Y";
        CharacterCodes[CharacterCodes["Z"] = 90] = "Z";
        CharacterCodes[CharacterCodes["asterisk"] = 42] = "asterisk";
        CharacterCodes[CharacterCodes["backslash"] = 92] = "backslash";
        CharacterCodes[CharacterCodes["closeBrace"] = 125] = "closeBrace";
        CharacterCodes[CharacterCodes["closeBracket"] = 93] = "closeBracket";
        CharacterCodes[CharacterCodes["colon"] = 58] = "colon";
        CharacterCodes[CharacterCodes["comma"] = 44] = "comma";
        CharacterCodes[CharacterCodes["dot"] = 46] = "dot";
        CharacterCodes[CharacterCodes["doubleQuote"] = 34] = "doubleQuote";
        CharacterCodes[CharacterCodes["minus"] = 45] = "minus";
        CharacterCodes[CharacterCodes["openBrace"] = 123] = "openBrace";
        CharacterCodes[CharacterCodes["openBracket"] = 91] = "openBracket";
        CharacterCodes[CharacterCodes["plus"] = 43] = "plus";
        CharacterCodes[CharacterCodes["slash"] = 47] = "slash";
        CharacterCodes[CharacterCodes["formFeed"] = 12] = "formFeed";
        CharacterCodes[CharacterCodes["tab"] = 9] = "tab";
    })(CharacterCodes || (CharacterCodes = {}));
});


/***/ }),

/***/ 579:
/***/ ((module, exports) => {

(function (factory) {
    if ( true && typeof module.exports === "object") {
        var v = factory(require, exports);
        if (v !== undefined) module.exports = v;
    }
    else if (typeof define === "function" && define.amd) {
        define(["require", "exports"], factory);
    }
})(function () {
    "use strict";
    Object.defineProperty(exports, "__esModule", ({ value: true }));
    exports.supportedEols = exports.cachedBreakLinesWithSpaces = exports.cachedSpaces = void 0;
    exports.cachedSpaces = new Array(20).fill(0).map((_, index) => {
        return ' '.repeat(index);
    });
    const maxCachedValues = 200;
    exports.cachedBreakLinesWithSpaces = {
        ' ': {
            '\n': new Array(maxCachedValues).fill(0).map((_, index) => {
                return '\n' + ' '.repeat(index);
            }),
            '\r': new Array(maxCachedValues).fill(0).map((_, index) => {
                return '\r' + ' '.repeat(index);
            }),
            '\r\n': new Array(maxCachedValues).fill(0).map((_, index) => {
                return '\r\n' + ' '.repeat(index);
            }),
        },
        '\t': {
            '\n': new Array(maxCachedValues).fill(0).map((_, index) => {
                return '\n' + '\t'.repeat(index);
            }),
            '\r': new Array(maxCachedValues).fill(0).map((_, index) => {
                return '\r' + '\t'.repeat(index);
            }),
            '\r\n': new Array(maxCachedValues).fill(0).map((_, index) => {
                return '\r\n' + '\t'.repeat(index);
            }),
        }
    };
    exports.supportedEols = ['\n', '\r', '\r\n'];
});


/***/ }),

/***/ 547:
/***/ ((module, exports, __nccwpck_require__) => {

(function (factory) {
    if ( true && typeof module.exports === "object") {
        var v = factory(require, exports);
        if (v !== undefined) module.exports = v;
    }
    else if (typeof define === "function" && define.amd) {
        define(["require", "exports", "./impl/format", "./impl/edit", "./impl/scanner", "./impl/parser"], factory);
    }
})(function () {
    /*---------------------------------------------------------------------------------------------
     *  Copyright (c) Microsoft Corporation. All rights reserved.
     *  Licensed under the MIT License. See License.txt in the project root for license information.
     *--------------------------------------------------------------------------------------------*/
    'use strict';
    Object.defineProperty(exports, "__esModule", ({ value: true }));
    exports.applyEdits = exports.modify = exports.format = exports.printParseErrorCode = exports.ParseErrorCode = exports.stripComments = exports.visit = exports.getNodeValue = exports.getNodePath = exports.findNodeAtOffset = exports.findNodeAtLocation = exports.parseTree = exports.parse = exports.getLocation = exports.SyntaxKind = exports.ScanError = exports.createScanner = void 0;
    const formatter = __nccwpck_require__(612);
    const edit = __nccwpck_require__(807);
    const scanner = __nccwpck_require__(525);
    const parser = __nccwpck_require__(152);
    /**
     * Creates a JSON scanner on the given text.
     * If ignoreTrivia is set, whitespaces or comments are ignored.
     */
    exports.createScanner = scanner.createScanner;
    var ScanError;
    (function (ScanError) {
        ScanError[ScanError["None"] = 0] = "None";
        ScanError[ScanError["UnexpectedEndOfComment"] = 1] = "UnexpectedEndOfComment";
        ScanError[ScanError["UnexpectedEndOfString"] = 2] = "UnexpectedEndOfString";
        ScanError[ScanError["UnexpectedEndOfNumber"] = 3] = "UnexpectedEndOfNumber";
        ScanError[ScanError["InvalidUnicode"] = 4] = "InvalidUnicode";
        ScanError[ScanError["InvalidEscapeCharacter"] = 5] = "InvalidEscapeCharacter";
        ScanError[ScanError["InvalidCharacter"] = 6] = "InvalidCharacter";
    })(ScanError || (exports.ScanError = ScanError = {}));
    var SyntaxKind;
    (function (SyntaxKind) {
        SyntaxKind[SyntaxKind["OpenBraceToken"] = 1] = "OpenBraceToken";
        SyntaxKind[SyntaxKind["CloseBraceToken"] = 2] = "CloseBraceToken";
        SyntaxKind[SyntaxKind["OpenBracketToken"] = 3] = "OpenBracketToken";
        SyntaxKind[SyntaxKind["CloseBracketToken"] = 4] = "CloseBracketToken";
        SyntaxKind[SyntaxKind["CommaToken"] = 5] = "CommaToken";
        SyntaxKind[SyntaxKind["ColonToken"] = 6] = "ColonToken";
        SyntaxKind[SyntaxKind["NullKeyword"] = 7] = "NullKeyword";
        SyntaxKind[SyntaxKind["TrueKeyword"] = 8] = "TrueKeyword";
        SyntaxKind[SyntaxKind["FalseKeyword"] = 9] = "FalseKeyword";
        SyntaxKind[SyntaxKind["StringLiteral"] = 10] = "StringLiteral";
        SyntaxKind[SyntaxKind["NumericLiteral"] = 11] = "NumericLiteral";
        SyntaxKind[SyntaxKind["LineCommentTrivia"] = 12] = "LineCommentTrivia";
        SyntaxKind[SyntaxKind["BlockCommentTrivia"] = 13] = "BlockCommentTrivia";
        SyntaxKind[SyntaxKind["LineBreakTrivia"] = 14] = "LineBreakTrivia";
        SyntaxKind[SyntaxKind["Trivia"] = 15] = "Trivia";
        SyntaxKind[SyntaxKind["Unknown"] = 16] = "Unknown";
        SyntaxKind[SyntaxKind["EOF"] = 17] = "EOF";
    })(SyntaxKind || (exports.SyntaxKind = SyntaxKind = {}));
    /**
     * For a given offset, evaluate the location in the JSON document. Each segment in the location path is either a property name or an array index.
     */
    exports.getLocation = parser.getLocation;
    /**
     * Parses the given text and returns the object the JSON content represents. On invalid input, the parser tries to be as fault tolerant as possible, but still return a result.
     * Therefore, always check the errors list to find out if the input was valid.
     */
    exports.parse = parser.parse;
    /**
     * Parses the given text and returns a tree representation the JSON content. On invalid input, the parser tries to be as fault tolerant as possible, but still return a result.
     */
    exports.parseTree = parser.parseTree;
    /**
     * Finds the node at the given path in a JSON DOM.
     */
    exports.findNodeAtLocation = parser.findNodeAtLocation;
    /**
     * Finds the innermost node at the given offset. If includeRightBound is set, also finds nodes that end at the given offset.
     */
    exports.findNodeAtOffset = parser.findNodeAtOffset;
    /**
     * Gets the JSON path of the given JSON DOM node
     */
    exports.getNodePath = parser.getNodePath;
    /**
     * Evaluates the JavaScript object of the given JSON DOM node
     */
    exports.getNodeValue = parser.getNodeValue;
    /**
     * Parses the given text and invokes the visitor functions for each object, array and literal reached.
     */
    exports.visit = parser.visit;
    /**
     * Takes JSON with JavaScript-style comments and remove
     * them. Optionally replaces every none-newline character
     * of comments with a replaceCharacter
     */
    exports.stripComments = parser.stripComments;
    var ParseErrorCode;
    (function (ParseErrorCode) {
        ParseErrorCode[ParseErrorCode["InvalidSymbol"] = 1] = "InvalidSymbol";
        ParseErrorCode[ParseErrorCode["InvalidNumberFormat"] = 2] = "InvalidNumberFormat";
        ParseErrorCode[ParseErrorCode["PropertyNameExpected"] = 3] = "PropertyNameExpected";
        ParseErrorCode[ParseErrorCode["ValueExpected"] = 4] = "ValueExpected";
        ParseErrorCode[ParseErrorCode["ColonExpected"] = 5] = "ColonExpected";
        ParseErrorCode[ParseErrorCode["CommaExpected"] = 6] = "CommaExpected";
        ParseErrorCode[ParseErrorCode["CloseBraceExpected"] = 7] = "CloseBraceExpected";
        ParseErrorCode[ParseErrorCode["CloseBracketExpected"] = 8] = "CloseBracketExpected";
        ParseErrorCode[ParseErrorCode["EndOfFileExpected"] = 9] = "EndOfFileExpected";
        ParseErrorCode[ParseErrorCode["InvalidCommentToken"] = 10] = "InvalidCommentToken";
        ParseErrorCode[ParseErrorCode["UnexpectedEndOfComment"] = 11] = "UnexpectedEndOfComment";
        ParseErrorCode[ParseErrorCode["UnexpectedEndOfString"] = 12] = "UnexpectedEndOfString";
        ParseErrorCode[ParseErrorCode["UnexpectedEndOfNumber"] = 13] = "UnexpectedEndOfNumber";
        ParseErrorCode[ParseErrorCode["InvalidUnicode"] = 14] = "InvalidUnicode";
        ParseErrorCode[ParseErrorCode["InvalidEscapeCharacter"] = 15] = "InvalidEscapeCharacter";
        ParseErrorCode[ParseErrorCode["InvalidCharacter"] = 16] = "InvalidCharacter";
    })(ParseErrorCode || (exports.ParseErrorCode = ParseErrorCode = {}));
    function printParseErrorCode(code) {
        switch (code) {
            case 1 /* ParseErrorCode.InvalidSymbol */: return 'InvalidSymbol';
            case 2 /* ParseErrorCode.InvalidNumberFormat */: return 'InvalidNumberFormat';
            case 3 /* ParseErrorCode.PropertyNameExpected */: return 'PropertyNameExpected';
            case 4 /* ParseErrorCode.ValueExpected */: return 'ValueExpected';
            case 5 /* ParseErrorCode.ColonExpected */: return 'ColonExpected';
            case 6 /* ParseErrorCode.CommaExpected */: return 'CommaExpected';
            case 7 /* ParseErrorCode.CloseBraceExpected */: return 'CloseBraceExpected';
            case 8 /* ParseErrorCode.CloseBracketExpected */: return 'CloseBracketExpected';
            case 9 /* ParseErrorCode.EndOfFileExpected */: return 'EndOfFileExpected';
            case 10 /* ParseErrorCode.InvalidCommentToken */: return 'InvalidCommentToken';
            case 11 /* ParseErrorCode.UnexpectedEndOfComment */: return 'UnexpectedEndOfComment';
            case 12 /* ParseErrorCode.UnexpectedEndOfString */: return 'UnexpectedEndOfString';
            case 13 /* ParseErrorCode.UnexpectedEndOfNumber */: return 'UnexpectedEndOfNumber';
            case 14 /* ParseErrorCode.InvalidUnicode */: return 'InvalidUnicode';
            case 15 /* ParseErrorCode.InvalidEscapeCharacter */: return 'InvalidEscapeCharacter';
            case 16 /* ParseErrorCode.InvalidCharacter */: return 'InvalidCharacter';
        }
        return '<unknown ParseErrorCode>';
    }
    exports.printParseErrorCode = printParseErrorCode;
    /**
     * Computes the edit operations needed to format a JSON document.
     *
     * @param documentText The input text
     * @param range The range to format or `undefined` to format the full content
     * @param options The formatting options
     * @returns The edit operations describing the formatting changes to the original document following the format described in {@linkcode EditResult}.
     * To apply the edit operations to the input, use {@linkcode applyEdits}.
     */
    function format(documentText, range, options) {
        return formatter.format(documentText, range, options);
    }
    exports.format = format;
    /**
     * Computes the edit operations needed to modify a value in the JSON document.
     *
     * @param documentText The input text
     * @param path The path of the value to change. The path represents either to the document root, a property or an array item.
     * If the path points to an non-existing property or item, it will be created.
     * @param value The new value for the specified property or item. If the value is undefined,
     * the property or item will be removed.
     * @param options Options
     * @returns The edit operations describing the changes to the original document, following the format described in {@linkcode EditResult}.
     * To apply the edit operations to the input, use {@linkcode applyEdits}.
     */
    function modify(text, path, value, options) {
        return edit.setProperty(text, path, value, options);
    }
    exports.modify = modify;
    /**
     * Applies edits to an input string.
     * @param text The input text
     * @param edits Edit operations following the format described in {@linkcode EditResult}.
     * @returns The text with the applied edits.
     * @throws An error if the edit operations are not well-formed as described in {@linkcode EditResult}.
     */
    function applyEdits(text, edits) {
        let sortedEdits = edits.slice(0).sort((a, b) => {
            const diff = a.offset - b.offset;
            if (diff === 0) {
                return a.length - b.length;
            }
            return diff;
        });
        let lastModifiedOffset = text.length;
        for (let i = sortedEdits.length - 1; i >= 0; i--) {
            let e = sortedEdits[i];
            if (e.offset + e.length <= lastModifiedOffset) {
                text = edit.applyEdit(text, e);
            }
            else {
                throw new Error('Overlapping edit');
            }
            lastModifiedOffset = e.offset;
        }
        return text;
    }
    exports.applyEdits = applyEdits;
});


/***/ }),

/***/ 598:
/***/ ((module) => {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ 610:
/***/ ((module) => {

"use strict";
module.exports = require("node:dns");

/***/ }),

/***/ 24:
/***/ ((module) => {

"use strict";
module.exports = require("node:fs");

/***/ }),

/***/ 67:
/***/ ((module) => {

"use strict";
module.exports = require("node:http");

/***/ }),

/***/ 327:
/***/ ((module) => {

"use strict";
module.exports = require("node:https");

/***/ }),

/***/ 30:
/***/ ((module) => {

"use strict";
module.exports = require("node:net");

/***/ }),

/***/ 760:
/***/ ((module) => {

"use strict";
module.exports = require("node:path");

/***/ }),

/***/ 708:
/***/ ((module) => {

"use strict";
module.exports = require("node:process");

/***/ }),

/***/ 311:
/***/ ((module) => {

"use strict";
module.exports = require("node:tls");

/***/ }),

/***/ 136:
/***/ ((module) => {

"use strict";
module.exports = require("node:url");

/***/ }),

/***/ 975:
/***/ ((module) => {

"use strict";
module.exports = require("node:util");

/***/ }),

/***/ 493:
/***/ ((__webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";
__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(210);
/* harmony import */ var _nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(706);
/* harmony import */ var _nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(162);
/* harmony import */ var _nexqloud_dcr_core_node__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(141);



// Never fails the job: what this job was for is done, and its result must not depend on tidying up.
try {
    const saved = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu)('dcr');
    if (saved !== '')
        await close(JSON.parse(saved));
}
catch (thrown) {
    const { code, message, remedy } = (0,_nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_1__/* .toDcrError */ .zj)(thrown);
    (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)(`${code}: ${message}\n→ ${remedy}`);
}
async function close({ sessions, stateDir, logout: wanted, before, exported }) {
    if (!wanted)
        return (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)('The login stays (logout: false)');
    // First the variables, then what they point to: post steps of other actions still run.
    for (const [name, value] of Object.entries(exported)) {
        const present = process.env[name] ?? '';
        const old = before[name] ?? '';
        // The old value is seen here only where the step itself sets it: the rest of the job still has ours.
        if (present === value || present === old)
            (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .exportVariable */ .dN)(name, old);
    }
    const closed = await (0,_nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_2__/* .logout */ .r)({ ids: sessions, stateDir }, (0,_nexqloud_dcr_core_node__WEBPACK_IMPORTED_MODULE_3__/* .createLoginPorts */ .u)());
    for (const { record, outcome } of closed)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)(`Logged out of ${record.registry}: ${_nexqloud_dcr_core__WEBPACK_IMPORTED_MODULE_2__/* .LOGOUT_OUTCOMES */ .l[outcome]}`);
    if (closed.length === 0)
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)('Nothing is left of this login');
}
//# sourceMappingURL=main.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  dN: () => (/* binding */ exportVariable),
  Gu: () => (/* binding */ getState),
  pq: () => (/* binding */ info),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, debug, endGroup, error, getBooleanInput, getIDToken, getInput, getMultilineInput, group, isDebug, markdownSummary, notice, platform, saveState, setCommandEcho, setFailed, setOutput, setSecret, startGroup, summary, toPlatformPath, toPosixPath, toWin32Path

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = require("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = require("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = utils_toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return file_command_issueFileCommand('ENV', file_command_prepareKeyValueMessage(name, val));
    }
    command_issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(os.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ol: () => (/* binding */ DcrError),
/* harmony export */   zj: () => (/* binding */ toDcrError)
/* harmony export */ });
/* unused harmony export ERROR_CODES */
/**
 * Every code that dcr-login can end with, its exit code, and the words of its page in ERRORS.md. The union is closed:
 * pipelines match on codes, so a code is added here or nowhere, and never renamed.
 */
const ERROR_CODES = {
    DCR_INTERNAL: {
        exit: 1,
        means: 'dcr-login itself is broken. Nothing is known to be wrong with your credential or registry.',
        remedy: 'Run the command again with --debug and report what it prints; it holds no secret.',
    },
    DCR_INPUT_INVALID: {
        exit: 2,
        means: 'A flag, variable or argument cannot be used as it was given. Nothing was started and nothing was sent.',
        remedy: 'Correct the value that the message names.',
    },
    DCR_CREDENTIAL_MISSING: {
        exit: 2,
        means: 'There is no username or no password. In CI an unset secret arrives as an empty value.',
        remedy: 'Set DCR_USERNAME and DCR_PASSWORD, or use --password-stdin. In CI, check that this event, branch and environment may read the secret.',
    },
    DCR_CONFIG_INVALID: {
        exit: 2,
        means: 'A configuration file cannot be read or does not say what it must.',
        remedy: 'Correct what the message names.',
    },
    DCR_CREDENTIAL_REJECTED: {
        exit: 3,
        means: 'The registry knows this username and password pair not at all. It was sent exactly once.',
        remedy: 'Check username and password for stray characters. To make new ones: Console → Container → DCR Container Registry → the registry → Credentials → regenerate; then update every place that stores the old one.',
    },
    DCR_CREDENTIAL_EXPIRED: {
        exit: 3,
        means: 'The credential was right once. The registry says that it has expired, or its known end has passed.',
        remedy: 'Console → Container → DCR Container Registry → the registry → Credentials → regenerate; then update the local store, CI/CD secrets and Kubernetes secrets.',
    },
    DCR_CREDENTIAL_UNPROVEN: {
        exit: 3,
        means: 'Nothing was refused, but nothing was proved either: the registry gave the same answer to a request without the credential, or no usable answer.',
        remedy: 'Ask for an action that needs the credential: verify --action push --repository NAME.',
    },
    DCR_ACCESS_DENIED: {
        exit: 4,
        means: 'The credential is accepted by this host, but it may not do this here.',
        remedy: 'DCR credentials belong to one registry: check that this is the one. Then check the permissions of the account in the console, then ask support.',
    },
    DCR_REGISTRY_UNKNOWN: {
        exit: 4,
        means: 'The host has no registry or repository of this name.',
        remedy: 'Check the spelling of the name after the host: Console → Container → DCR Container Registry lists your registries.',
    },
    DCR_UNREACHABLE: {
        exit: 5,
        means: 'The registry could not be reached: name lookup, connection or network failed.',
        remedy: 'Check the host name, DNS, proxy and firewall of this machine, then run it again.',
    },
    DCR_TIMEOUT: {
        exit: 5,
        means: 'The registry took longer than allowed, at the stage that the message names.',
        remedy: 'Run it again; if the registry is slow but alive, raise --timeout.',
    },
    DCR_TLS_UNTRUSTED: {
        exit: 5,
        means: 'The connection is not trustworthy: the certificate is expired, self-signed, for another host, or there is no TLS at all.',
        remedy: 'If a company proxy or private CA signs certificates here, point SSL_CERT_FILE (or NODE_EXTRA_CA_CERTS) to its file, or put it into /etc/docker/certs.d/HOST/ca.crt, where docker reads it as well. Otherwise do not send the credential.',
    },
    DCR_RATE_LIMITED: {
        exit: 5,
        means: 'The registry asks to come back later (429).',
        remedy: 'Wait for the time that the message names, then run it again with fewer jobs at once.',
    },
    DCR_SERVER_ERROR: {
        exit: 5,
        means: 'The registry answered with an error of its own (5xx), also after the retries.',
        remedy: 'Run it again later; if it stays, ask support with the time and host of this message.',
    },
    DCR_NOT_A_REGISTRY: {
        exit: 5,
        means: 'Something answered on this address, but it does not speak the registry protocol: a web page, a sign-in portal, a proxy.',
        remedy: 'Check host and port. On a guest network, sign in to it first; behind a proxy, let this host through.',
    },
    DCR_UNSAFE_REALM: {
        exit: 5,
        means: 'The registry wants the credential sent to another site or without encryption. It was not sent.',
        remedy: 'If that host is really the token service of this registry, allow it by name: --allow-realm HOST. Otherwise report it.',
    },
    DCR_UNSAFE_REDIRECT: {
        exit: 5,
        means: 'A request was redirected to another origin or in circles. The credential was not sent on.',
        remedy: 'Use the address that the registry really lives at.',
    },
    DCR_ENGINE_MISSING: {
        exit: 6,
        means: 'The client that should use the login is not on PATH.',
        remedy: 'Install it, choose another --engine, or use --engine file, which needs no client.',
    },
    DCR_STORE_FAILED: {
        exit: 6,
        means: 'The login is right but could not be stored, or could not be removed: a credential helper, a file or the client failed.',
        remedy: 'The message holds the words of whoever failed. Repair the helper or the file, or log in with --isolate. Nothing was stored in plain text instead.',
    },
    DCR_SHADOWED: {
        exit: 6,
        means: 'Another file or variable takes precedence over this login, so the client would use another credential.',
        remedy: 'Unset the variable or remove the entry that the message names.',
    },
    DCR_LOCKED: {
        exit: 6,
        means: 'Another process holds the lock of the file or rotation for longer than this one may wait.',
        remedy: 'Let it finish. If the process that the message names is gone, run the command again.',
    },
    DCR_ROTATION_INCOMPLETE: {
        exit: 7,
        means: 'Some targets hold the new credential and some do not. Nothing is lost and the old one was not retired.',
        remedy: 'Mend what the report names, then: dcr-login rotate --resume.',
    },
    DCR_TARGET_REFUSED: {
        exit: 7,
        means: 'A place that stores the credential cannot be written with the rights that were given.',
        remedy: 'Give the token the permission that the message names, then run it again.',
    },
    DCR_TARGET_FOREIGN: {
        exit: 7,
        means: 'Another system owns this place and would put the old value back.',
        remedy: 'Rotate at the source that the message names, or set force: true on the target.',
    },
    DCR_TOO_OLD: {
        exit: 8,
        means: 'A stored credential is older than --max-age allows.',
        remedy: 'Rotate it: dcr-login rotate NAME.',
    },
    DCR_DRIFT: {
        exit: 8,
        means: 'Places that should hold the same credential do not.',
        remedy: 'dcr-login status -f FILE names them; rotate --resume brings them in step.',
    },
};
/** The only error that core throws on purpose. */
class DcrError extends Error {
    name = 'DcrError';
    code;
    remedy;
    registry;
    retryAfter;
    leftover;
    noEffect;
    constructor(code, details) {
        super(details.message, { cause: details.cause });
        this.code = code;
        this.remedy = details.remedy ?? ERROR_CODES[code].remedy;
        this.registry = details.registry;
        this.retryAfter = details.retryAfter;
        this.leftover = details.leftover ?? false;
        this.noEffect = details.noEffect ?? false;
    }
    get exitCode() {
        return ERROR_CODES[this.code].exit;
    }
}
/** Whatever was thrown, as an error with a code: what is not ours is a bug of ours. */
function toDcrError(thrown) {
    if (thrown instanceof DcrError)
        return thrown;
    const reason = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    return new DcrError('DCR_INTERNAL', { message: `dcr-login failed unexpectedly (${reason})`, cause: thrown });
}
//# sourceMappingURL=errors.js.map

/***/ }),

/***/ 692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ isProvablyDead)
/* harmony export */ });
/**
 * Whether a process has certainly ended. What cannot be asked lives: another PID namespace, another machine on the same
 * file system, and a boot that may be another machine's because the machine does not tell its id.
 */
function isProvablyDead(owner, processes) {
    const mine = processes.identify();
    if (mine === undefined)
        return false;
    if (owner.boot !== mine.boot) {
        // Nobody of an earlier boot of this machine lives.
        return owner.machine !== undefined && owner.machine === mine.machine && owner.boot !== undefined;
    }
    if (owner.namespace !== mine.namespace)
        return false;
    const present = processes.identify(owner.pid);
    if (present === undefined)
        return true;
    return present.start !== undefined && owner.start !== undefined && present.start !== owner.start;
}
//# sourceMappingURL=liveness.js.map

/***/ }),

/***/ 162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ LOGOUT_OUTCOMES),
  r: () => (/* binding */ logout)
});

// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __nccwpck_require__(706);
// EXTERNAL MODULE: ./packages/core/lib/liveness.js
var liveness = __nccwpck_require__(692);
;// CONCATENATED MODULE: ./packages/core/lib/registry/reference.js

const DCR_HOST = 'dcr.nexqloud.io';
/** Docker Hub is the one host whose address, protocol host and credential key differ. */
const HUB = { host: 'docker.io', apiHost: 'registry-1.docker.io', key: 'https://index.docker.io/v1/' };
const HUB_HOSTS = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);
const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const HOST = new RegExp(String.raw `^(?:${LABEL}(?:\.${LABEL})*|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?$`, 'u');
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
const SEGMENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const NAME = new RegExp(`^${SEGMENT}(?:/${SEGMENT})*$`, 'u');
/** Throws `DCR_INPUT_INVALID`. Nothing ever falls back to a default host. */
function parseRegistry(given) {
    const tidied = [];
    let rest = given.trim();
    if (rest === '')
        refuse('no registry is named (the value is empty)');
    // The value itself is not repeated: what stands before the @ may be a password, and that may hold any character.
    if (rest.includes('@'))
        refuse('the registry address contains an "@": user information, tag or digest do not belong there');
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(rest);
    if (scheme !== null) {
        if (!/^https?$/iu.test(scheme[1] ?? ''))
            refuse(`"${given}" has the scheme ${scheme[1]}, a registry is reached by https`);
        rest = rest.slice(scheme[0].length);
        tidied.push(`the scheme ${scheme[0]} was dropped`);
    }
    const withoutSlash = rest.replace(/\/+$/u, '');
    if (withoutSlash !== rest)
        tidied.push('the trailing slash was dropped');
    const [givenHost = '', ...path] = withoutSlash.split('/');
    const host = checkHost(givenHost, given, tidied);
    const name = checkName(host, path.join('/'), given);
    const registry = name === '' ? host : `${host}/${name}`;
    const hub = host === HUB.host;
    return {
        registry,
        host,
        name,
        apiHost: hub ? HUB.apiHost : host,
        key: hub ? HUB.key : host,
        loopback: isLoopbackHost(host),
        tidied,
    };
}
/** 127.0.0.0/8, ::1 and localhost: docker's own list of hosts that may speak plain http. */
function isLoopbackHost(host) {
    const bare = host.replace(/:\d+$/u, '').replace(/^\[|\]$/gu, '');
    return bare === 'localhost' || bare === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(bare);
}
/** Whether it may stand in the path of a request: a registry can list anything. */
function isRepositoryName(text) {
    return NAME.test(text);
}
/** Throws `DCR_INPUT_INVALID` for what is no repository below a registry. Returns it without the registry's own name. */
function parseRepository(given, reference) {
    const prefixes = [`${reference.registry}/`, `${reference.name}/`].filter((prefix) => prefix !== '/');
    const prefix = prefixes.find((candidate) => given.startsWith(candidate)) ?? '';
    const repository = given.slice(prefix.length);
    if (!NAME.test(repository)) {
        refuse(`"${given}" is not a repository of ${reference.registry}: lower-case words joined by / . _ -, without a tag`);
    }
    return repository;
}
function checkHost(givenHost, given, tidied) {
    const lower = givenHost.toLowerCase();
    if (lower !== givenHost)
        tidied.push('the host was put in lower case');
    const host = lower.replace(/\.(?=$|:)/u, '');
    if (host !== lower)
        tidied.push('the trailing dot of the host was dropped');
    const match = HOST.exec(host);
    const port = match?.[1] === undefined ? undefined : Number(match[1]);
    if (match === null || port === 0 || (port ?? 1) > 65_535)
        refuse(`"${given}" does not start with a host name`);
    // The rule by which docker tells a host from a path on Docker Hub.
    if (!/[.:]/u.test(host) && host !== 'localhost') {
        refuse(`"${given}" names no host; write the whole address, for DCR ${DCR_HOST}/${host}`);
    }
    return HUB_HOSTS.has(host) ? HUB.host : host;
}
function checkName(host, path, given) {
    if (host === HUB.host && /^v[12]$/u.test(path))
        return '';
    if (host === DCR_HOST && path === '') {
        refuse(`"${given}" names the host but no registry; write ${DCR_HOST}/<registry-name>`);
    }
    if (path === '')
        return '';
    if (/:[^/]*$/u.test(path))
        refuse(`"${given}" carries a tag; a registry has none`);
    if (path !== path.toLowerCase() && NAME.test(path.toLowerCase())) {
        refuse(`the registry name in "${given}" must be lower case: ${host}/${path.toLowerCase()}`);
    }
    if (!NAME.test(path))
        refuse(`"${given}" has a registry name that the registry protocol does not allow`);
    if (host === DCR_HOST && path.includes('/')) {
        const first = path.slice(0, path.indexOf('/'));
        refuse(`"${given}" names a repository; the registry is ${DCR_HOST}/${first}`);
    }
    return path;
}
function refuse(message) {
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message,
        remedy: `Name the registry as host/name, for example ${DCR_HOST}/acme. dcr-login never falls back to another host.`,
    });
}
//# sourceMappingURL=reference.js.map
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./packages/core/lib/deadline.js
/** Bounds a command by `ms` from now and by the caller's signal. */
function setDeadline(ms, clock, outer) {
    const done = new AbortController();
    const cut = new AbortController();
    void clock.sleep(ms, done.signal).then(() => {
        if (!done.signal.aborted)
            cut.abort();
    });
    const signal = outer === undefined ? cut.signal : AbortSignal.any([cut.signal, outer]);
    return { at: clock.now() + ms, signal, end: () => done.abort() };
}
//# sourceMappingURL=deadline.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/places.js


/**
 * Where sessions are kept: the directory that was given, `DCR_STATE_DIR`, else the platform's place for state that
 * outlives a process.
 */
function chooseStateDirectory({ variables, platform, home, workingDirectory }, given = variables['DCR_STATE_DIR']) {
    if (given !== undefined && given !== '')
        return external_node_path_.resolve(workingDirectory, given);
    if (platform === 'win32')
        return external_node_path_.join(variables['LOCALAPPDATA'] || external_node_path_.join(home, 'AppData', 'Local'), 'dcr-login');
    const xdg = variables['XDG_STATE_HOME'];
    // A relative XDG path is to be ignored: https://specifications.freedesktop.org/basedir-spec/latest/
    const base = xdg !== undefined && external_node_path_.isAbsolute(xdg) ? xdg : external_node_path_.join(home, '.local', 'state');
    return external_node_path_.join(base, 'dcr-login');
}
/** Docker's own rule: `DOCKER_CONFIG` is a directory, else `~/.docker`. */
function chooseConfigDirectory({ variables, home, workingDirectory }) {
    const given = variables['DOCKER_CONFIG'];
    return given !== undefined && given !== '' ? path.resolve(workingDirectory, given) : path.join(home, '.docker');
}
/**
 * Directories that may hold a private one, best first: those that the CI system empties itself, then memory-backed ones
 * of this user, then the state directory. Never /tmp, where anybody may plant a name, and never the workspace, which
 * ends up in images, artifacts and commits.
 */
function listPrivateBases(environment, stateDirectory = chooseStateDirectory(environment)) {
    const { variables } = environment;
    const { RUNNER_TEMP: github, CI_PROJECT_DIR: gitlab, CI_JOB_ID: job = '0', WORKSPACE_TMP: jenkins, WORKSPACE: workspace, JENKINS_URL: isJenkins, XDG_RUNTIME_DIR: runtime, } = variables;
    const besides = jenkins ?? (isJenkins !== undefined && workspace !== undefined ? `${workspace}@tmp` : undefined);
    const bases = [
        [github],
        gitlab === undefined ? [gitlab] : [path.dirname(gitlab), `${path.basename(gitlab)}.tmp`, `dcr-${job}`],
        besides === undefined ? [besides] : [path.dirname(besides), path.basename(besides)],
        [runtime, 'dcr-login'],
    ];
    const own = { root: stateDirectory, below: ['private'], mayBeLink: true };
    const named = bases.flatMap(([root, ...below]) => root !== undefined && path.isAbsolute(root) ? [{ root, below }] : []);
    return [...named, own];
}
/** Throws `DCR_INPUT_INVALID` for a private directory inside the workspace of this job. */
function refuseWorkspace(directory, { variables }) {
    const workspaces = [variables['GITHUB_WORKSPACE'], variables['CI_PROJECT_DIR'], variables['WORKSPACE']];
    const workspace = workspaces.find((root) => root !== undefined && root !== '' && isInside(directory, root));
    if (workspace === undefined)
        return;
    throw new DcrError('DCR_INPUT_INVALID', {
        message: `${directory} lies inside the workspace ${workspace}, from where files get into images, artifacts and commits`,
        remedy: 'Choose a directory outside of the workspace, or leave the choice to dcr-login.',
    });
}
/**
 * Environment of a child of ours: the caller's, without our secrets, without the API tokens of the job, and without any
 * variable that holds the password under another name.
 */
function cleanEnvironment(environment, forms) {
    const kept = Object.entries(dropSecrets(environment, forms));
    const tokens = kept
        .filter(([name, value]) => isToken(name) && value.length >= SHORTEST_TOKEN)
        .map(([, value]) => value);
    // A token is often part of another variable, such as the address that GitLab clones from.
    const clean = kept.filter(([name, value]) => !isToken(name) && (isPlain(name) || !tokens.some((token) => value.includes(token))));
    return Object.fromEntries(clean);
}
/**
 * Environment of a command that the user runs through us: all that was there, the job's own tokens too, but none of our
 * secrets and nothing that holds one of these forms.
 */
function dropSecrets({ variables }, forms) {
    const kept = {};
    for (const [name, value] of Object.entries(variables)) {
        if (value === undefined || SECRET_NAMES.test(name))
            continue;
        if (!isPlain(name) && forms.some((form) => value.includes(form)))
            continue;
        kept[name] = value;
    }
    return kept;
}
const SECRET_NAMES = /^(?:DCR_(?:NEW_)?PASSWORD|INPUT_(?:PASSWORD|REGISTRIES))$/iu;
const TOKEN_NAMES = /(?:^|_)(?:TOKEN|PASSWORD|JWT|JWT_V[12]|SECRET)$|^DOCKER_AUTH_CONFIG$/iu;
/** Of the cloud whose credential helper needs it: https://github.com/awslabs/amazon-ecr-credential-helper */
const HELPER_NAMES = new Set(['AWS_SESSION_TOKEN']);
/** A shorter one may be part of an innocent value by chance. */
const SHORTEST_TOKEN = 8;
function isToken(name) {
    return TOKEN_NAMES.test(name) && !HELPER_NAMES.has(name);
}
/** A short password may be part of these by chance; without them no child starts. */
const PLAIN_NAMES = new Set(['PATH', 'HOME', 'USER', 'USERPROFILE', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR', 'PWD']);
function isPlain(name) {
    return PLAIN_NAMES.has(name.toUpperCase());
}
function isInside(directory, root) {
    const relative = path.relative(path.resolve(root), path.resolve(directory));
    return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}
//# sourceMappingURL=places.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/private-directory.js



/**
 * An entry that no registry answers to. Docker looks for a helper on PATH by itself when a configuration has no `auths`
 * entry, and `{}` does not count as one: source, cli/config/configfile/file.go, `ContainsAuth`.
 */
const SEED_KEY = 'x.invalid';
async function readConfigDirectory(directory, files) {
    const found = await files.inspect(directory, { follow: true });
    const names = found.kind === 'directory' ? found.names : [];
    const inside = names.includes('buildx')
        ? await files.inspect(path.join(directory, 'buildx'), { follow: true })
        : found;
    if (inside === found || inside.kind !== 'directory')
        return { path: directory, names, buildx: undefined };
    const current = await files.inspect(path.join(directory, 'buildx', 'current'), { follow: true });
    const text = current.kind === 'file' ? current.text : undefined;
    return { path: directory, names, buildx: { names: inside.names, current: text } };
}
/**
 * Makes the private directory and links into it what is no credential: plugins, contexts and builders keep working. Of
 * `buildx/` the part `config` is never linked, for that is where scoped credentials lie.
 */
function planPrivateDirectory(directory, source, seed) {
    const effects = [{ do: 'make-private', path: directory }];
    for (const name of ['cli-plugins', 'contexts'].filter((known) => source.names.includes(known))) {
        effects.push({ do: 'link', path: path.join(directory, name), target: path.join(source.path, name) });
    }
    if (source.buildx !== undefined) {
        const buildx = path.join(directory, 'buildx');
        effects.push({ do: 'make-private', path: buildx });
        for (const name of ['instances', 'defaults'].filter((known) => source.buildx?.names.includes(known))) {
            effects.push({ do: 'link', path: path.join(buildx, name), target: path.join(source.path, 'buildx', name) });
        }
        const { current } = source.buildx;
        if (current !== undefined)
            effects.push({ do: 'write', path: path.join(buildx, 'current'), text: current });
    }
    effects.push({ do: 'write', path: path.join(directory, 'config.json'), text: formatConfig(seed) });
    return effects;
}
/** Everything of the user's configuration but credentials and stores: what the client needs to find daemon and proxy. */
function composeSeed(shared) {
    const { credsStore: _store, credHelpers: _helpers, ...rest } = shared;
    return { ...rest, auths: { [SEED_KEY]: {} } };
}
/**
 * The configuration of isolated logins: the user's own with our entries in it. No helper answers for `helperKeys`: theirs
 * are taken out, and where docker would turn to a store instead, an empty name makes it keep the login in the file.
 * Podman 4 cannot read such a name, so that it stands only where it must (`blank`).
 */
function composePrivateConfig(shared, logins) {
    const { entries, helperKeys, blank } = logins;
    const ours = Object.fromEntries(entries.map(({ key, entry }) => [key, entry]));
    const { credHelpers, ...rest } = shared;
    const auths = isObject(shared['auths']) ? shared['auths'] : {};
    const kept = Object.entries(isObject(credHelpers) ? credHelpers : {}).filter(([host]) => !helperKeys.includes(host));
    const helpers = Object.fromEntries([...kept, ...(blank ? helperKeys.map((host) => [host, '']) : [])]);
    return {
        ...rest,
        auths: { ...auths, ...ours },
        ...(Object.keys(helpers).length === 0 ? {} : { credHelpers: helpers }),
    };
}
/** The entry that a client wrote into a directory that was seeded. Its own spelling of the key does not matter. */
function findNewEntry(config) {
    const auths = isObject(config['auths']) ? config['auths'] : {};
    const entry = Object.entries(auths).find(([key, value]) => key !== SEED_KEY && isObject(value) && Object.keys(value).length > 0);
    return isObject(entry?.[1]) ? entry[1] : undefined;
}
function formatConfig(config) {
    return JSON.stringify(config, undefined, '\t');
}
/**
 * The first base that can hold a private directory; missing levels are made, 0700. A level that is a symbolic link or
 * belongs to neither this user nor root is somebody's trap, and nothing is put there or anywhere else.
 * Throws `DCR_STORE_FAILED`.
 */
async function choosePrivateBase(bases, { environment, files }) {
    const reasons = [];
    for (const { root, below, mayBeLink = false } of bases) {
        let level = root;
        try {
            await files.apply({ do: 'make-directory', path: root });
            const { kind } = await files.inspect(root, { follow: mayBeLink });
            if (kind !== 'directory')
                throw new Error(`${root} is a ${kind}`);
            for (const name of below) {
                level = path.join(level, name);
                if ((await files.inspect(level)).kind === 'missing')
                    await files.apply({ do: 'make-directory', path: level });
                refuseTrap(level, await files.inspect(level), environment);
            }
            return level;
        }
        catch (error) {
            if (error instanceof TrapError)
                throw error;
            reasons.push(error instanceof Error ? error.message : String(error));
        }
    }
    throw new DcrError('DCR_STORE_FAILED', {
        message: `no private directory can be made: ${reasons.join('; ')}`,
        remedy: 'Set DCR_STATE_DIR to a directory of yours that is writable.',
    });
}
/**
 * Checked again before a secret gets near it: a directory of ours that was swapped for another one.
 * Throws `DCR_STORE_FAILED`.
 */
async function checkPrivateDirectory(directory, { environment, files }) {
    const found = await files.inspect(directory);
    refuseTrap(directory, found, environment);
    if (isPrivate(found, environment))
        return;
    throw new TrapError(`${directory} was made for this user alone, but is open to others now`);
}
/** A directory of this user that nobody else can read. */
function isPrivate(found, { platform, uid }) {
    if (found.kind !== 'directory' || (uid !== undefined && found.uid !== uid))
        return false;
    // Windows has no such modes; what a new directory inherits there is the user's own.
    return platform === 'win32' || (found.mode & 0o077) === 0;
}
/** Throws `DCR_STORE_FAILED` for a directory of state that is a link, or somebody else's. */
async function checkStateDirectory(directory, { environment, files }) {
    refuseTrap(directory, await files.inspect(directory), environment);
}
class TrapError extends errors/* DcrError */.ol {
    constructor(message) {
        super('DCR_STORE_FAILED', {
            message: `${message}; nothing was stored there`,
            remedy: 'Find out who put it there. Then remove it, or set DCR_STATE_DIR to a directory that only you can write to.',
        });
    }
}
function refuseTrap(level, found, { uid }) {
    if (found.kind !== 'directory') {
        const what = { link: 'a symbolic link', file: 'a file', missing: 'gone', other: 'no directory' }[found.kind];
        throw new TrapError(`${level} must be a directory, but is ${what}`);
    }
    if (uid !== undefined && found.uid !== uid && found.uid !== 0)
        throw new TrapError(`${level} belongs to another user (uid ${found.uid})`);
}
//# sourceMappingURL=private-directory.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/engines/name.js

/** In the order in which `auto` looks for them on PATH. */
const CLIENTS = ['docker', 'podman', 'buildah', 'skopeo'];
const ENGINES = [...CLIENTS, 'file'];
/** How the file of a format is named, and the variable that points to it: docker's names the directory. */
const FILES = {
    docker: { name: 'config.json', variable: 'DOCKER_CONFIG' },
    containers: { name: 'auth.json', variable: 'REGISTRY_AUTH_FILE' },
};
function formatOf(engine) {
    return engine === 'docker' || engine === 'file' ? 'docker' : 'containers';
}
/** The key under which a client of this format stores and looks up this registry. */
function keyOf(reference, format) {
    return format === 'docker' ? reference.key : reference.registry;
}
/** The variable that makes a client of this format see the file in `directory`. */
function makeVisible(format, directory) {
    const { name, variable } = FILES[format];
    return { [variable]: format === 'docker' ? directory : path.join(directory, name) };
}
//# sourceMappingURL=name.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/session.js


function sharesSlot(slot, { place: a }, { place: b }) {
    if (a === null || b === null || a.key !== b.key)
        return false;
    return slot === 'entry' ? a.path === b.path : a.helper !== undefined && a.helper === b.helper;
}
/** Whether the entry of a session lies in this directory beside that of the session that made it. */
function liesWithin({ place }, directory) {
    return place !== null && external_node_path_.dirname(place.path) === directory;
}
/** The sessions of a state directory on disk: `sessions/<id>/session.json`, and `undo.json` beside it. */
class SessionStore {
    #directory;
    #files;
    #ports;
    constructor(stateDir, ports) {
        this.#directory = external_node_path_.join(stateDir, 'sessions');
        this.#files = ports.files;
        this.#ports = ports;
    }
    /** Throws `DCR_STORE_FAILED`, also for a directory that somebody planted: what was there before a login goes there. */
    async create(record) {
        await this.#files.apply({ do: 'make-directory', path: this.#directory });
        await checkStateDirectory(this.#directory, this.#ports);
        await this.#files.apply({ do: 'make-private', path: `${this.#directory}/${record.id}` });
        await this.update(record);
    }
    /** Runs `work` while no other session of the group is being closed. */
    async withGroup(group, deadline, work) {
        return group === null ? work() : this.#files.lock(external_node_path_.join(this.#directory, group), deadline, work);
    }
    /** Runs `work` while no other session of this state directory is installed in these helpers or taken out of them. */
    async withHelpers(helpers, deadline, work) {
        const [first, ...rest] = [...new Set(helpers)].toSorted();
        if (first === undefined)
            return work();
        const target = external_node_path_.join(this.#directory, `helper-${encodeURIComponent(first)}`);
        return this.#files.lock(target, deadline, () => this.withHelpers(rest, deadline, work));
    }
    async update(record) {
        await this.#files.apply({
            do: 'write',
            path: `${this.#directory}/${record.id}/session.json`,
            text: JSON.stringify(record),
        });
    }
    async saveUndo(id, undo) {
        await this.#files.apply({ do: 'write', path: `${this.#directory}/${id}/undo.json`, text: JSON.stringify(undo) });
    }
    /** Changes part of what a session will put back. Others that hold other locks may change the rest at the same time. */
    async amendUndo(id, part, deadline) {
        await this.#files.lock(external_node_path_.join(this.#directory, `undo-${id}`), deadline, async () => {
            const undo = (await this.read(id))?.undo;
            if (undo !== undefined)
                await this.saveUndo(id, { ...undo, ...part });
        });
    }
    async remove(id) {
        await this.#files.apply({ do: 'remove', path: `${this.#directory}/${id}` });
    }
    /**
     * Newest first. A directory without a readable record was never finished being made: nothing was done for it yet. What
     * somebody else put there is no session: its paths would be removed. Throws `DCR_STORE_FAILED` for a planted directory.
     */
    async list() {
        const found = await this.#files.inspect(this.#directory);
        if (found.kind !== 'missing')
            await checkStateDirectory(this.#directory, this.#ports);
        const names = found.kind === 'directory' ? found.names : [];
        const sessions = await Promise.all(names.map((id) => this.read(id)));
        return sessions
            .filter((session) => session !== undefined)
            .toSorted((a, b) => b.record.since - a.record.since || b.record.sequence - a.record.sequence);
    }
    async read(id) {
        if (!isPrivate(await this.#files.inspect(`${this.#directory}/${id}`), this.#ports.environment))
            return undefined;
        const record = await this.#readJson(`${id}/session.json`);
        // Another version's session is left to that version.
        if (record?.version !== 1 || record.id !== id)
            return undefined;
        return { record, undo: await this.#readJson(`${id}/undo.json`) };
    }
    async #readJson(name) {
        const found = await this.#files.inspect(`${this.#directory}/${name}`);
        if (found.kind !== 'file')
            return undefined;
        try {
            return JSON.parse(found.text);
        }
        catch {
            return undefined;
        }
    }
}
//# sourceMappingURL=session.js.map
;// CONCATENATED MODULE: ./packages/core/lib/credential/masking.js
/** A shorter form would blank innocent text all over a log: GitHub masks every occurrence of whatever it is given. */
const SHORTEST_MASK = 4;
/**
 * Every form in which a log could show the password: as it is, each of its words between line breaks, base64 (standard
 * and URL alphabet, at each of the three alignments inside a longer text, and joined to the username), hex, percent
 * encoding, and the quoting of JSON, XML, shells and workflow commands. Longest first, so that a replacement never
 * leaves the rest of a longer form behind. Never the username alone: outputs must stay usable.
 */
function deriveMaskedForms(credential) {
    const password = credential.password.reveal();
    if (password === '')
        return [];
    const json = JSON.stringify(password).slice(1, -1);
    const xml = escapeXml(password);
    const forms = new Set([
        password,
        password.trim(),
        ...encodeBase64Forms(password),
        ...encodeBase64Forms(`${credential.username}:${password}`),
        Buffer.from(password, 'utf16le').toString('base64'),
        Buffer.from(password).toString('hex'),
        Buffer.from(password).toString('hex').toUpperCase(),
        ...encodePercentForms(password),
        json,
        escapeNonAscii(json),
        // Docker is written in Go, whose JSON is fit for HTML: https://pkg.go.dev/encoding/json#HTMLEscape
        json.replace(/[<>&\u2028\u2029]/gu, escapeUnit),
        xml,
        xml.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
        xml.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
        xml.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
        password.replaceAll("'", `'\\''`),
        password.replaceAll("'", `'"'"'`),
        password.replaceAll("'", "''"),
        password.replaceAll('$', '$$$$'),
        password.replace(/[^A-Za-z0-9_\-.,:/@\n]/gu, '\\$&'),
        password.replace(/[^\w@%+=:,./-]/gu, '\\$&'),
        password.replace(/["\\$`]/gu, '\\$&'),
        password.replaceAll('%', '%25'),
    ]);
    return [...forms].filter((form) => form.length >= SHORTEST_MASK).toSorted((a, b) => b.length - a.length);
}
/**
 * The commands by which a GitHub runner masks these forms, a line each: what would end a line is escaped.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#masking-a-value-in-a-log
 */
function composeMaskCommands(forms) {
    return forms.map((form) => {
        return `::add-mask::${form.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`;
    });
}
/** Replaces every masked form by `***`. */
function redactText(text, forms) {
    return forms.reduce((clean, form) => clean.replaceAll(form, '***'), text);
}
/**
 * Text from a server or a child process as data, fit for a log line: secrets replaced, control characters (line breaks
 * too) as spaces, `::`, `##[` and `##vso[` broken so that no CI system reads a command in it, at most 300 characters.
 * Rule: workflow commands are recognised at the start of a line on both streams
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
function quoteForeignText(text, forms) {
    const tidy = redactText(text, forms)
        // Also the invisible characters that turn text around or hide it: bidirectional controls, zero widths, BOM.
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/:(?=:)/gu, ': ')
        .replace(/##(?=[a-z]*\[)/giu, '## ');
    // Once more: a line break in the middle of a password may have become the blank that belongs there.
    const flat = redactText(tidy, forms).trim();
    if (isWrapped(flat, forms))
        return '***';
    return flat.length > 300 ? `${[...flat].slice(0, 299).join('')}…` : flat;
}
/** Encoders break long lines: with a form that blanks take apart, nothing of the text can be shown. */
function isWrapped(text, forms) {
    const joined = text.replaceAll(' ', '');
    // Shorter forms come about by chance when words are joined.
    return forms.some((form) => form.length >= 12 && !text.includes(form) && joined.includes(form));
}
/** In base64, standard and for URLs, alone and at each of the three places inside a longer text. */
function encodeBase64Forms(value) {
    const forms = [];
    for (const shift of [0, 1, 2]) {
        const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]);
        const encoded = bytes.toString('base64');
        // The first characters mix with what stood before, the last group with what follows: both are cut.
        const start = shift === 0 ? 0 : shift + 1;
        const end = bytes.length % 3 === 0 ? encoded.length : Math.floor((bytes.length * 8) / 6);
        const inner = encoded.slice(start, end);
        forms.push(inner, inner.replaceAll('+', '-').replaceAll('/', '_'));
    }
    const whole = Buffer.from(value).toString('base64');
    return [...forms, whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
}
function encodePercentForms(value) {
    // A lone surrogate cannot be encoded; as bytes it is the replacement character already.
    const wellFormed = Buffer.from(value).toString('utf8');
    const component = encodeURIComponent(wellFormed);
    const strict = component.replace(/[!'()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
    const everyByte = [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const lower = component.replace(/%[0-9A-F]{2}/gu, (c) => c.toLowerCase());
    const form = new URLSearchParams({ v: wellFormed }).toString().slice(2);
    const forms = [component, lower, strict, form, component.replaceAll('%20', '+'), strict.replaceAll('%20', '+')];
    return [...forms, encodeURI(wellFormed), everyByte, everyByte.toUpperCase()];
}
function escapeXml(value) {
    return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
function escapeNonAscii(value) {
    // By code unit, not by character: JSON writes an astral character as two escapes.
    return value.replace(/[\u0080-\uffff]/g, escapeUnit);
}
function escapeUnit(unit) {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
//# sourceMappingURL=masking.js.map
;// CONCATENATED MODULE: ./packages/core/lib/credential/secret.js
const INSPECT = Symbol.for('nodejs.util.inspect.custom');
/**
 * A value that does not print: string conversion, JSON and `util.inspect` all give `[secret]`. Only `reveal` gives it
 * out, and each caller of `reveal` is a place to guard.
 */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    reveal() {
        return this.#value;
    }
    toString() {
        return '[secret]';
    }
    toJSON() {
        return '[secret]';
    }
    [INSPECT]() {
        return '[secret]';
    }
}
//# sourceMappingURL=secret.js.map
// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __nccwpck_require__(547);
;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = require("node:buffer");
;// CONCATENATED MODULE: ./packages/core/lib/login/store/config-file.js


/** Undefined where there is no file. Throws `DCR_STORE_FAILED` for a directory, pipe or device in its place. */
async function readConfigText(path, { ports }) {
    const found = await ports.files.inspect(path, { follow: true });
    if (found.kind === 'missing')
        return undefined;
    if (found.kind === 'file')
        return found.text;
    throw new errors/* DcrError */.ol('DCR_STORE_FAILED', {
        message: `${path} is not a regular file (${found.kind}); it was left as it is`,
    });
}
/**
 * The object of a docker `config.json`; an absent or blank file is an empty one.
 * Throws `DCR_STORE_FAILED` for anything that docker could not read either: it is never repaired by overwriting it.
 */
function parseConfigFile(text, path) {
    if (text === undefined || text.trim() === '')
        return {};
    try {
        const value = JSON.parse(text);
        const config = config_file_isObject(value) ? spellKeys(value, KEYS) : {};
        const { auths } = config;
        if (config_file_isObject(value) && (auths === undefined || auths === null || config_file_isObject(auths)))
            return config;
    }
    catch {
        // The parser's message repeats the text around the fault, which may be a credential.
    }
    const message = `${path} is no client configuration (it must be one JSON object); it was left as it is`;
    throw new errors/* DcrError */.ol('DCR_STORE_FAILED', { message, remedy: 'Repair or remove that file.' });
}
/** What we read there. */
const KEYS = ['auths', 'credsStore', 'credHelpers'];
/** Texts of an entry: https://github.com/docker/cli/blob/v28.2.2/cli/config/types/authconfig.go */
const ENTRY_KEYS = ['auth', 'identitytoken', 'registrytoken', 'username', 'password', 'email', 'serveraddress'];
/**
 * Go, in which all clients are written, takes a key in any case: a `credsstore` is a store. Of two spellings maps are put
 * together, and of texts the last one counts that is not null: https://pkg.go.dev/encoding/json#Unmarshal
 */
function spellKeys(object, known) {
    const spelt = Object.entries(object).map(([key, value]) => ({ key, name: findSpelt(key, known) ?? key, value }));
    if (spelt.every(({ key, name }) => key === name))
        return object;
    const merged = new Map();
    for (const { name, value } of spelt)
        merged.set(name, mergeValues(merged.get(name), value));
    return Object.fromEntries(merged);
}
function mergeValues(before, value) {
    if (config_file_isObject(before) && config_file_isObject(value))
        return { ...before, ...value };
    return value === null && typeof before === 'string' ? before : value;
}
/** The one of these keys that Go takes this one for. */
function findSpelt(key, known) {
    return known.find((name) => isSpelt(key, name));
}
/**
 * Go folds as Unicode does, one character for one, so that a long s is an s: https://pkg.go.dev/unicode#SimpleFold
 * Most keys are told apart by their length: an expression for each pair would cost a login half a millisecond.
 */
function isSpelt(key, known) {
    return key === known || (key.length === known.length && new RegExp(`^${known}$`, 'iu').test(key));
}
/** An entry as clients read it; what is put back stays as it was. */
function spellEntry(entry) {
    return spellKeys(entry, ENTRY_KEYS);
}
function readAuth(config, key) {
    const auths = config['auths'];
    const entry = config_file_isObject(auths) && Object.hasOwn(auths, key) ? auths[key] : undefined;
    return config_file_isObject(entry) ? entry : undefined;
}
/** `docker-credential-<name>` that the user configured for this host; undefined where the file itself is the store. */
function readHelperName(config, key) {
    const helpers = config['credHelpers'];
    const own = config_file_isObject(helpers) && Object.hasOwn(helpers, key) ? helpers[key] : config['credsStore'];
    return typeof own === 'string' && own !== '' ? own : undefined;
}
function encodeAuth(username, password) {
    return { auth: Buffer.from(`${username}:${password}`).toString('base64') };
}
/** Username and secret of an entry in the words of the helper protocol: a refresh token has the username `<token>`. */
function config_file_decodeAuth(entry) {
    const { identitytoken, auth } = spellEntry(entry);
    if (typeof identitytoken === 'string' && identitytoken !== '')
        return { username: '<token>', secret: identitytoken };
    if (typeof auth !== 'string')
        return undefined;
    const text = external_node_buffer_namespaceObject.Buffer.from(auth, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon <= 0 ? undefined : { username: text.slice(0, colon), secret: text.slice(colon + 1) };
}
function config_file_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=config-file.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/store/config-edit.js


/**
 * Sets one entry and leaves every other byte as it is; the new one is written as the file writes others. `text` is the
 * object of a configuration, or blank.
 */
function putAuth(text, key, entry) {
    const base = text.trim() === '' ? '{}' : text;
    const root = (0,main.parseTree)(base) ?? NOTHING;
    const name = findAuths(root);
    const auths = (0,main.findNodeAtLocation)(root, [name]);
    if (auths === undefined)
        return insertMember(base, root, { name, value: { [key]: entry } });
    // Nothing can be put into null, which docker reads as no entries.
    if (auths.type === 'null')
        return replaceValue(base, auths, { [key]: entry });
    const present = (0,main.findNodeAtLocation)(auths, [key]);
    if (present !== undefined)
        return replaceValue(base, present, entry);
    return insertMember(base, auths, { name: key, value: entry });
}
/**
 * Removes one entry; `auths` itself too when it holds nothing more and `keepAuths` is false. What `putAuth` put into a file
 * is taken out of it to the byte.
 */
function dropAuth(text, key, keepAuths) {
    const root = (0,main.parseTree)(text) ?? NOTHING;
    const auths = (0,main.findNodeAtLocation)(root, [findAuths(root)]);
    const entry = auths === undefined ? undefined : (0,main.findNodeAtLocation)(auths, [key]);
    if (auths === undefined || entry === undefined)
        return text;
    const isLast = auths.children?.length === 1;
    return removeMember(text, isLast && !keepAuths ? auths.parent : entry.parent);
}
/** `auths` as it is spelt there: clients take it in any case. */
function findAuths(root) {
    const names = (root.children ?? []).map(({ children }) => String(children?.[0]?.value ?? ''));
    return names.includes('auths') ? 'auths' : (names.find((name) => isSpelt(name, 'auths')) ?? 'auths');
}
const NOTHING = { type: 'null', offset: 0, length: 0 };
/** As the last one, on a line of its own where the first one has one, or where the object is the first of its file. */
function insertMember(text, { offset, length, children = [], parent }, member) {
    const [first, last] = [children[0], children.at(-1)];
    if (first !== undefined && last !== undefined) {
        const end = last.offset + last.length;
        const pad = text.slice(offset + 1, first.offset);
        return splice(text, end, end, `,${pad}${formatMember(text, member, findIndent(text, first))}`);
    }
    const outer = parent === undefined ? '' : findIndent(text, parent);
    const { step, eol } = readStyle(text);
    const indent = outer === undefined ? undefined : `${outer}${step}`;
    const [open, close] = indent === undefined ? ['', ''] : [`${eol}${indent}`, `${eol}${outer}`];
    return splice(text, offset + 1, offset + length - 1, `${open}${formatMember(text, member, indent)}${close}`);
}
function replaceValue(text, { offset, length, parent }, value) {
    const indent = parent === undefined ? undefined : findIndent(text, parent);
    return splice(text, offset, offset + length, formatValue(text, value, indent));
}
/** With the comma that tells it from its neighbour; of an object that is empty then, nothing stays between the braces. */
function removeMember(text, member) {
    const { children = [], offset = 0, length = 0 } = member?.parent ?? NOTHING;
    const index = children.findIndex((child) => child === member);
    const [before, here, after] = [children[index - 1], children[index], children[index + 1]];
    if (here === undefined)
        return text;
    if (before !== undefined)
        return splice(text, before.offset + before.length, here.offset + here.length, '');
    return after === undefined
        ? splice(text, offset + 1, offset + length - 1, '')
        : splice(text, here.offset, after.offset, '');
}
/** `indent` of the line that the member begins; undefined where it begins none. */
function formatMember(text, { name, value }, indent) {
    return `${JSON.stringify(name)}:${indent === undefined ? '' : ' '}${formatValue(text, value, indent)}`;
}
function formatValue(text, value, indent) {
    if (indent === undefined)
        return JSON.stringify(value);
    const { step, eol } = readStyle(text);
    return JSON.stringify(value, undefined, step).replaceAll('\n', `${eol}${indent}`);
}
/** What stands before a node on its line, where that is nothing but blanks. */
function findIndent(text, { offset }) {
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    return text.lastIndexOf('\n', offset - 1) >= 0 && /^[ \t]*$/u.test(line) ? line : undefined;
}
/** How a text is indented, by what stands before its first key, or with docker's own tabs; and how its lines end. */
function readStyle(text) {
    return { step: /\n([ \t]+)"/u.exec(text)?.[1] ?? '\t', eol: text.includes('\r\n') ? '\r\n' : '\n' };
}
function splice(text, start, end, part) {
    return `${text.slice(0, start)}${part}${text.slice(end)}`;
}
//# sourceMappingURL=config-edit.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/store/helper.js



/** The exact words of "nothing is stored": https://github.com/docker/docker-credential-helpers#development */
const NOT_FOUND = /credentials not found/u;
/** Throws `DCR_STORE_FAILED` in the helper's own words. */
async function getFromHelper(helper) {
    const { status, stdout, stderr } = await runHelper(helper, 'get', helper.key);
    if (status !== 0) {
        if (NOT_FOUND.test(stdout) || NOT_FOUND.test(stderr))
            return undefined;
        throw failed(helper, 'get', stdout || stderr);
    }
    const answer = parseAnswer(stdout);
    if (answer === undefined)
        throw failed(helper, 'get', 'its answer is not the JSON of the helper protocol');
    // An uninitialised pass store answers success with empty fields.
    return answer.username === '' && answer.secret === '' ? undefined : answer;
}
/**
 * Stores instead of what is there. Of two users of one host, `pass` keeps both and answers with either one, so that
 * another's entry is erased; not before it is known that the helper stores at all.
 * Throws `DCR_STORE_FAILED` in the helper's own words.
 */
async function putToHelper(helper, credential) {
    const present = await getFromHelper(helper);
    await storeInHelper(helper, credential);
    if (present === undefined || present.username === credential.username)
        return;
    await eraseFromHelper(helper);
    await storeInHelper(helper, credential);
}
async function storeInHelper(helper, credential) {
    const { username: Username, secret: Secret } = credential;
    const request = JSON.stringify({ ServerURL: helper.key, Username, Secret });
    const { status, stdout, stderr } = await runHelper(helper, 'store', request);
    if (status !== 0)
        throw failed(helper, 'store', stdout || stderr);
}
/** What is gone already is success. Throws `DCR_STORE_FAILED`. */
async function eraseFromHelper(helper) {
    const { status, stdout, stderr } = await runHelper(helper, 'erase', helper.key);
    if (status !== 0 && !NOT_FOUND.test(stdout) && !NOT_FOUND.test(stderr))
        throw failed(helper, 'erase', stdout || stderr);
}
async function runHelper(helper, verb, stdin) {
    const { processes, env, signal } = helper;
    const file = processes.find(`docker-credential-${helper.name}`);
    if (file === undefined)
        throw failed(helper, verb, 'it is configured but not on PATH');
    return processes.start({ file, args: [verb], env, signal }).finish(stdin);
}
function failed({ name, key, forms }, verb, printed) {
    // A helper that fails after it has printed its answer: no form of that secret is known here.
    const words = verb === 'get' && /"?Secret"?\s*:/iu.test(printed)
        ? 'what it printed may hold a secret, and is not repeated'
        : printed;
    return new errors/* DcrError */.ol('DCR_STORE_FAILED', {
        message: `credential helper docker-credential-${name} failed to ${verb} ${key}: "${quoteForeignText(words, forms)}"`,
        remedy: `Repair docker-credential-${name}, remove it from credsStore and credHelpers, or log in with --isolate. Nothing was stored in plain text instead.`,
    });
}
function parseAnswer(stdout) {
    try {
        const value = JSON.parse(stdout);
        if (!config_file_isObject(value) || typeof value['Username'] !== 'string' || typeof value['Secret'] !== 'string')
            return undefined;
        return { username: value['Username'], secret: value['Secret'] };
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=helper.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/store/store.js







async function readUndo(place, context) {
    const text = await readConfigText(place.path, context);
    const config = parseConfigFile(text, place.path);
    const helper = place.helper === undefined ? undefined : await getFromHelper(toHelper(place, place.helper, context));
    return {
        entry: readAuth(config, place.key) ?? null,
        helper: helper ?? null,
        hadFile: text !== undefined,
        hadAuths: config['auths'] !== undefined && config['auths'] !== null,
    };
}
/** The new login as this place would hold it. Throws `DCR_STORE_FAILED` for an entry that no helper can take. */
function shapeLogin(place, entry) {
    if (place.helper === undefined)
        return { entry, helper: null };
    const helper = decodeAuth(entry);
    if (helper === undefined) {
        const message = `the login of ${place.key} has a form that docker-credential-${place.helper} cannot keep`;
        throw new DcrError('DCR_STORE_FAILED', { message });
    }
    return { entry: MARKER, helper };
}
/** Makes the place hold exactly this for its key, as far as it is told, and nothing else different. The caller holds the lock of `place.path`. */
async function writeStored(place, login, context) {
    return writeAllStored(place.path, [{ place, login }], context);
}
/**
 * The same for several places of one file, which is written once. Helpers go first, so that the file never points to what
 * is not there.
 */
async function writeAllStored(file, writes, context) {
    const { files } = context.ports;
    // What cannot be edited is refused before a helper changes anything.
    if (writes.some(({ place }) => place.helper !== undefined))
        await editConfig(file, writes, context);
    for (const { place, login } of writes) {
        if (place.helper === undefined || login.helper === undefined)
            continue;
        const helper = toHelper(place, place.helper, context);
        await (login.helper === null ? eraseFromHelper(helper) : putToHelper(helper, login.helper));
    }
    const { text, edited } = await editConfig(file, writes, context);
    const isEmpty = /^\s*(?:\{\s*\})?\s*$/u.test(edited);
    const isOurs = writes.every(({ login }) => login.hadFile === false);
    // Behind a link there may be a file that removing the link would leave as it is, with the login in it.
    if (isOurs && isEmpty && (await files.inspect(file)).kind !== 'link') {
        await files.apply({ do: 'remove', path: file });
    }
    else if (edited !== text) {
        await files.apply({ do: 'replace', path: file, text: edited });
    }
}
/** Throws `DCR_STORE_FAILED` where the edit would not do what it should. */
async function editConfig(path, writes, context) {
    const text = (await readConfigText(path, context)) ?? '';
    parseConfigFile(text, path);
    const edits = writes.flatMap(({ place: { key }, login: { entry, hadAuths = true } }) => {
        return entry === undefined ? [] : [{ key, entry, hadAuths }];
    });
    const edited = edits.reduce((present, { key, entry, hadAuths }) => {
        return entry === null ? dropAuth(present, key, hadAuths) : putAuth(present, key, entry);
    }, text);
    const config = parseConfigFile(edited, path);
    // Of a key that stands there twice, the first is edited and the last is what clients read.
    const twice = edits.find(({ key, entry }) => {
        return JSON.stringify(readAuth(config, key) ?? null) !== JSON.stringify(entry);
    });
    if (twice === undefined)
        return { text, edited };
    const message = `${path} names ${twice.key}, or auths, more than once; it was left as it is`;
    throw new errors/* DcrError */.ol('DCR_STORE_FAILED', { message, remedy: 'Remove all but one of them, or log in with --isolate.' });
}
/** Forms of what stood there before, which no message may repeat. */
function deriveUndoForms(undo) {
    const entry = undo?.entry === null || undo?.entry === undefined ? undefined : config_file_decodeAuth(undo.entry);
    return [undo?.helper ?? undefined, entry].flatMap((stored) => stored === undefined ? [] : deriveMaskedForms({ username: stored.username, password: new Secret(stored.secret) }));
}
function toHelper(place, name, context) {
    const { env, forms, signal, ports } = context;
    return { name, key: place.key, env, forms, signal, processes: ports.processes };
}
//# sourceMappingURL=store.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: ./packages/core/lib/credential/fingerprint.js

/** `salt` is random text, new for each thing that is fingerprinted. */
function makeFingerprint(value, salt) {
    return `${salt}:${(0,external_node_crypto_.createHash)('sha256').update(`${salt}\n${value}`).digest('base64url')}`;
}
function matchesFingerprint(value, fingerprint) {
    const salt = fingerprint.slice(0, fingerprint.indexOf(':'));
    return makeFingerprint(value, salt) === fingerprint;
}
//# sourceMappingURL=fingerprint.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/store/stored-login.js
/** Docker keeps an empty entry in the file for what a helper holds. */
const stored_login_MARKER = {};
/** What a fingerprint is made of: the secret, wherever it is kept. */
function serialiseLogin(login) {
    return JSON.stringify(login.helper ?? login.entry);
}
//# sourceMappingURL=stored-login.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/undo.js



/**
 * What the logout of `mine` does to one of the slots that it was installed in. Whatever the order of the logouts, the last
 * one leaves what was there before the first login, and no logout takes away what somebody else has put there since.
 */
function decideUndo(question) {
    const { slot, mine, present, sessions } = question;
    const { record, undo } = mine;
    if (record.installed === null || undo === undefined)
        return { do: 'leave' };
    const holds = (other) => other.undo !== undefined && isInstalled(slot, record, other.undo);
    const later = sessions
        .filter((other) => sharesSlot(slot, other.record, record) && other.record.sequence > record.sequence)
        .filter((other) => other.record.installed !== null)
        .toSorted((a, b) => a.record.sequence - b.record.sequence);
    // By another file the same helper may be called and yet keep its secrets elsewhere: only what it holds can tell.
    const next = later.find((other) => holds(other) || other.record.place?.path === record.place?.path);
    if (next !== undefined)
        return holds(next) ? { do: 'hand-over', to: next.record.id, undo } : { do: 'leave' };
    return isInstalled(slot, record, present) ? { do: 'restore', undo } : { do: 'leave' };
}
/** Whether this slot holds what the session has put there. */
function isInstalled(slot, { place, installed }, stored) {
    if (slot === 'entry' && place?.helper !== undefined)
        return JSON.stringify(stored.entry) === JSON.stringify(stored_login_MARKER);
    return installed !== null && matchesFingerprint(JSON.stringify(stored[slot]), installed);
}
//# sourceMappingURL=undo.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/close.js









/** Undoes one login. Throws `DCR_STORE_FAILED` and `DCR_LOCKED`; the session then stays, to be closed later. */
async function closeSession(closing, ports) {
    const { session, sessions, deadline } = closing;
    const time = Math.max(1, deadline - ports.clock.now());
    const { signal, end } = setDeadline(time, ports.clock, closing.signal);
    const forms = deriveUndoForms(session.undo);
    const context = { ports, env: cleanEnvironment(ports.environment, forms), forms, signal };
    try {
        return await sessions.withGroup(session.record.group, deadline, async () => {
            // A session of the same call may have left its directory to this one in the meantime.
            const present = session.record.group === null ? session : await sessions.read(session.record.id);
            if (present === undefined)
                return 'removed';
            return await undoLogin({ ...closing, session: present }, context);
        });
    }
    finally {
        end();
    }
}
async function undoLogin({ session, sessions, deadline }, context) {
    const { record } = session;
    // First, for they go whatever the shared place says.
    for (const directory of record.directories) {
        const heir = record.group === null ? undefined : await findHeir(record, directory, sessions);
        if (heir === undefined)
            await removeDirectory(directory, context);
        else
            await bequeathDirectory({ record, heir, directory, sessions, deadline }, context);
    }
    const outcome = record.place === null ? 'removed' : await undoShared(session, record.place, { sessions, deadline, context });
    await sessions.remove(record.id);
    return outcome;
}
/** Another session of the same call whose login lies in this directory as well. */
async function findHeir({ id, group }, directory, sessions) {
    const others = (await sessions.list()).map(({ record }) => record);
    return others.find((other) => {
        // A login that was killed before it got there has nothing there.
        return other.id !== id && other.group === group && other.installed !== null && liesWithin(other, directory);
    });
}
/** The directory goes with the other session from now on; only the own entry leaves it. */
async function bequeathDirectory(will, context) {
    const { record, heir, directory, sessions, deadline } = will;
    if (!heir.directories.includes(directory))
        await sessions.update({ ...heir, directories: [...heir.directories, directory] });
    // What a login in a directory of its own replaced there is the copy of the user's own entry: it goes too.
    if (record.place !== null && liesWithin(record, directory))
        return;
    const file = external_node_path_.join(directory, FILES[formatOf(record.engine)].name);
    const place = { path: file, key: record.key };
    await context.ports.files.lock(file, deadline, async () => {
        await writeStored(place, { entry: null, helper: null }, context);
        if ((await readUndo(place, context)).entry !== null)
            throw stillThere(record.key, file);
    });
}
async function undoShared({ record }, place, { sessions, deadline, context }) {
    const { files } = context.ports;
    // What never got as far as the place is not looked for there: file or helper may be the reason why.
    if (record.installed === null)
        return 'left';
    // Without the directory there is nothing to be undone, and nowhere to put a lock.
    if ((await files.inspect(external_node_path_.dirname(place.path), { follow: true })).kind !== 'directory')
        return 'removed';
    const helpers = place.helper === undefined ? [] : [place.helper];
    const undo = async () => {
        const mine = await sessions.read(record.id);
        if (mine === undefined)
            return 'removed';
        const present = await readUndo(place, context);
        const decisions = decideAll(mine, place, { present, sessions: await sessions.list() });
        await handOver(decisions, sessions, deadline);
        const restored = Object.assign({}, ...decisions.map((decision) => pickRestored(decision)));
        if (Object.keys(restored).length > 0) {
            await writeStored(place, restored, context);
            await proveRestored(place, restored, context);
        }
        const what = decisions.find((decision) => decision.do !== 'leave')?.do;
        if (what === 'restore')
            return (restored.entry ?? restored.helper ?? null) === null ? 'removed' : 'restored';
        if (what === 'hand-over')
            return 'handed-over';
        // Somebody has logged out by the client itself, or a logout was cut off before it could forget the session.
        return present[place.helper === undefined ? 'entry' : 'helper'] === null ? 'removed' : 'left';
    };
    return files.lock(place.path, deadline, () => sessions.withHelpers(helpers, deadline, undo));
}
/** The slot that keeps the secret comes first. */
function decideAll(mine, place, seen) {
    const decide = (slot) => ({ slot, ...decideUndo({ slot, mine, ...seen }) });
    if (place.helper === undefined)
        return [decide('entry')];
    const [helper, entry] = [decide('helper'), decide('entry')];
    // The mark in the file belongs to whatever login the helper keeps, if that is somebody else's.
    const isForeign = helper.do === 'leave' && !isUndone(mine, seen.present);
    return isForeign && entry.do === 'restore' ? [helper, { slot: 'entry', do: 'leave' }] : [helper, entry];
}
/** The helper holds what it held before, or nothing: a logout that was cut off had come that far. */
function isUndone({ undo }, { helper }) {
    return helper === null || JSON.stringify(helper) === JSON.stringify(undo?.helper);
}
/** What the later session would put back of a slot is from now on what this one would have. */
async function handOver(decisions, sessions, deadline) {
    for (const decision of decisions)
        if (decision.do === 'hand-over')
            await sessions.amendUndo(decision.to, pickSlot(decision), deadline);
}
function pickRestored(decision) {
    return decision.do === 'restore' ? pickSlot(decision) : {};
}
function pickSlot({ slot, undo }) {
    const { entry, helper, hadFile, hadAuths } = undo;
    return slot === 'helper' ? { helper } : { entry, hadFile, hadAuths };
}
/** Reads the place again: it must hold what was there before, whoever wrote to it in between. */
async function proveRestored(place, restored, context) {
    const present = await readUndo(place, context);
    const differs = (slot) => restored[slot] !== undefined && JSON.stringify(present[slot]) !== JSON.stringify(restored[slot]);
    if (place.helper !== undefined && differs('helper'))
        throw stillThere(place.key, `docker-credential-${place.helper}`);
    if (differs('entry'))
        throw stillThere(place.key, place.path);
}
function stillThere(key, where) {
    return new errors/* DcrError */.ol('DCR_STORE_FAILED', {
        message: `the login of ${key} is still in ${where} after it was removed`,
    });
}
async function removeDirectory(directory, context) {
    const { files } = context.ports;
    if ((await files.inspect(directory)).kind === 'missing')
        return;
    // What was made for this login is this user's alone: anything else that stands there now is not ours to remove.
    await checkPrivateDirectory(directory, context.ports);
    await files.apply({ do: 'remove', path: directory });
    if ((await files.inspect(directory)).kind === 'missing')
        return;
    throw new errors/* DcrError */.ol('DCR_STORE_FAILED', { message: `${directory} could not be removed and still holds a login` });
}
//# sourceMappingURL=close.js.map
;// CONCATENATED MODULE: ./packages/core/lib/login/logout.js






/** The same for people, as the end of the sentence `Logged out of REGISTRY: …`. */
const LOGOUT_OUTCOMES = {
    removed: 'gone',
    restored: 'gone; the login that was there before is back',
    'handed-over': 'gone; a later login stands in its place',
    left: 'gone from here; what is stored for this host now is not ours and was left',
};
/**
 * Undoes what login did, newest first, from the saved state alone, and proves that the secret is gone. What was undone
 * before is not there to be undone again: a second call does nothing.
 * Throws `DCR_STORE_FAILED` and `DCR_LOCKED` after having tried every session.
 */
async function logout(request, ports) {
    const sessions = new SessionStore(chooseStateDirectory(ports.environment, request.stateDir), ports);
    const isMeant = selectSessions(request, ports);
    const deadline = ports.clock.now() + (request.timeout ?? 60_000);
    const closed = [];
    const failures = [];
    const cut = request.signal === undefined ? {} : { signal: request.signal };
    for (const session of await sessions.list()) {
        request.signal?.throwIfAborted();
        if (!isMeant(session.record))
            continue;
        try {
            closed.push({
                record: session.record,
                outcome: await closeSession({ session, sessions, deadline, ...cut }, ports),
            });
        }
        catch (error) {
            failures.push(error);
        }
    }
    if (failures.length > 1)
        throw collectFailures(failures);
    if (failures.length > 0)
        throw failures[0];
    return closed;
}
/** Throws `DCR_INPUT_INVALID` for a name that is no registry. */
function selectSessions(request, { processes }) {
    const registries = request.registries?.map((given) => parseRegistry(given).registry) ?? [];
    const named = registries.length > 0 || request.ids !== undefined;
    return ({ registry, id, owner }) => {
        if (registries.length > 0 && !registries.includes(registry))
            return false;
        if (request.ids !== undefined && !request.ids.includes(id))
            return false;
        if (owner === null)
            return request.stale !== true;
        // The login of a job that may live is ended by nobody who does not name it.
        return (named && request.stale !== true) || (0,liveness/* isProvablyDead */.Q)(owner, processes);
    };
}
/** The code and remedy of the first, and what became of all. */
function collectFailures(failures) {
    const [first] = failures;
    if (!(first instanceof errors/* DcrError */.ol))
        return first;
    const message = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('; ');
    return new errors/* DcrError */.ol(first.code, { message, remedy: first.remedy, cause: first });
}
//# sourceMappingURL=logout.js.map

/***/ }),

/***/ 709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ bindBounds)
/* harmony export */ });
/**
 * Acts when the time of one request is up or the caller's signal aborts; gives back what lets go of both.
 *
 * Not AbortSignal.timeout and AbortSignal.any: the timer of the one lives on for 30 s after the answer, the other leaves a
 * reference in the caller's signal, and a rotation of 10,000 targets makes 90,000 requests with one signal.
 */
function bindBounds({ timeout, signal }, act) {
    const timer = setTimeout(act, timeout, 'timeout');
    const forget = signal === undefined ? undefined : whenAborted(signal, () => act('cancelled'));
    return () => {
        clearTimeout(timer);
        forget?.();
    };
}
const WATCHED = new WeakMap();
/**
 * One listener for all requests of a signal. One for each, added and removed, makes the signal's table of listeners anew
 * every time, and V8 keeps each old table, with the request behind it, for the sake of the table before it.
 */
function whenAborted(signal, act) {
    if (signal.aborted)
        act();
    const acts = WATCHED.get(signal) ?? [];
    if (!WATCHED.has(signal)) {
        WATCHED.set(signal, acts);
        signal.addEventListener('abort', () => [...acts].forEach((one) => one()));
    }
    acts.push(act);
    return () => void acts.splice(acts.indexOf(act), 1);
}
//# sourceMappingURL=bounds.js.map

/***/ }),

/***/ 141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: () => (/* binding */ createLoginPorts)
});

// EXTERNAL MODULE: ./packages/core/lib/errors.js
var errors = __nccwpck_require__(706);
;// CONCATENATED MODULE: ./packages/core/lib/node/clock.js
const nodeClock = {
    now: () => Date.now(),
    // For jitter and names. No secret is made of it, and a name that was guessed is refused by mkdir; node:crypto would add
    // 6 ms to the start of every command.
    random: () => Math.random(),
    sleep: (ms, signal) => new Promise((resolve) => {
        const end = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', end);
            resolve();
        };
        const timer = setTimeout(end, ms);
        if (signal?.aborted === true)
            end();
        else
            signal?.addEventListener('abort', end);
    }),
};
//# sourceMappingURL=clock.js.map
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __nccwpck_require__(708);
;// CONCATENATED MODULE: ./packages/core/lib/node/environment.js



const PLATFORMS = ['linux', 'darwin', 'win32'];
/** The facts of this process, read once. */
function readEnvironment() {
    const workingDirectory = findWorkingDirectory();
    return {
        variables: { ...external_node_process_.env },
        platform: (PLATFORMS.includes(external_node_process_.platform) ? external_node_process_.platform : 'other'),
        home: external_node_path_.resolve(workingDirectory, findHome()),
        workingDirectory,
        host: (0,external_node_os_namespaceObject.hostname)(),
        uid: external_node_process_.getuid?.(),
    };
}
/** One that was removed has a name still, where nothing is found; the clients of a command in it work all the same. */
function findWorkingDirectory() {
    try {
        return external_node_process_.cwd();
    }
    catch {
        const { PWD: last = '' } = external_node_process_.env;
        return external_node_path_.isAbsolute(last) ? last : external_node_path_.parse(external_node_process_.execPath).root;
    }
}
/**
 * As docker finds it: an empty variable counts as none, and then the user's entry does. A user without one, as containers
 * have them, is at home where docker run says so too. https://pkg.go.dev/github.com/docker/docker/pkg/homedir#Get
 */
function findHome() {
    const given = external_node_process_.env[external_node_process_.platform === 'win32' ? 'USERPROFILE' : 'HOME'] ?? '';
    if (given !== '')
        return given;
    try {
        return (0,external_node_os_namespaceObject.userInfo)().homedir;
    }
    catch {
        return external_node_path_.parse(external_node_process_.execPath).root;
    }
}
//# sourceMappingURL=environment.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
;// CONCATENATED MODULE: ./packages/core/lib/node/file-fault.js

const REMEDY = 'See to that path: who may use it, what stands there, whether its disk is full. Then run the command again.';
/** What the system refuses is a fault of this machine: `DCR_STORE_FAILED`, in words that name the call and the path. */
function tellFault(call) {
    try {
        return call();
    }
    catch (cause) {
        const { code, message } = cause;
        throw code === undefined ? cause : new errors/* DcrError */.ol('DCR_STORE_FAILED', { message, remedy: REMEDY, cause });
    }
}
//# sourceMappingURL=file-fault.js.map
// EXTERNAL MODULE: ./packages/core/lib/liveness.js
var liveness = __nccwpck_require__(692);
;// CONCATENATED MODULE: ./packages/core/lib/node/lock.js





/** A holder of another machine or container cannot be asked whether it lives: it is given this long. Milliseconds. */
const FOREIGN_PATIENCE = 30_000;
/** A lock is held for a few milliseconds; waiting starts short and never gets long. */
const PAUSE = { first: 2, longest: 40 };
/**
 * Runs `work` under the lock of a path: a file beside it that names its holder. A holder that is provably dead loses it
 * at once; one that cannot be asked, after thirty seconds. proper-lockfile was not taken: it knows a dead holder only
 * by age, so that a killed job would make the next one wait ten seconds.
 */
async function holdLock({ target, deadline, work }, ports) {
    const file = `${target}.dcr-lock`;
    // Where the system tells nothing, the process id alone has to do.
    const mine = JSON.stringify(ports.processes.identify() ?? { pid: external_node_process_.pid });
    for (let pause = PAUSE.first; !tellFault(() => tryCreate(file, mine)); pause = Math.min(pause * 2, PAUSE.longest)) {
        if (tellFault(() => breakStale(file, ports)))
            continue;
        if (ports.clock.now() >= deadline) {
            const message = `${target} is locked by ${describeHolder(file)}, which did not let go in time`;
            throw new errors/* DcrError */.ol('DCR_LOCKED', { message });
        }
        await ports.clock.sleep(pause / 2 + (pause / 2) * ports.clock.random());
    }
    const beat = startBeat(file);
    try {
        return await work();
    }
    finally {
        clearInterval(beat);
        // One that was held too long may be somebody else's by now.
        if (readLock(file)?.content === mine)
            external_node_fs_.rmSync(file, { force: true });
    }
}
/** Whoever holds it for long, as a rotation does, shows those who cannot see its process that it lives. */
function startBeat(file) {
    return setInterval(() => {
        const now = new Date();
        // Gone is what it will be in the end.
        external_node_fs_.utimes(file, now, now, () => undefined);
    }, FOREIGN_PATIENCE / 3).unref();
}
function tryCreate(file, content) {
    const temporary = `${file}.${external_node_process_.pid}.${external_node_process_.hrtime.bigint()}`;
    // A hard link appears with its content: no reader ever sees a lock without its holder.
    external_node_fs_.writeFileSync(temporary, content, { flag: 'wx', mode: 0o600 });
    try {
        return succeeds(() => external_node_fs_.linkSync(temporary, file), () => external_node_fs_.writeFileSync(file, content, { flag: 'wx', mode: 0o600 }));
    }
    finally {
        external_node_fs_.rmSync(temporary, { force: true });
    }
}
/** False when the file is there already. File systems without hard links (vfat, some mounts) take the second way. */
function succeeds(create, createWithoutLink) {
    try {
        create();
        return true;
    }
    catch (error) {
        const { code = '' } = error;
        if (code === 'EEXIST')
            return false;
        if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code))
            throw error;
        return succeeds(createWithoutLink, () => {
            throw error;
        });
    }
}
/**
 * True when there is no lock any more. Of several waiters that find it stale only the one that made the breaker file
 * may remove it, after a second look: a lock that is free to be taken cannot be removed by a latecomer.
 */
function breakStale(file, ports) {
    const seen = readLock(file);
    if (seen === undefined)
        return true;
    if (!isStale(seen, ports))
        return false;
    const breaker = `${file}.break`;
    const made = succeeds(() => external_node_fs_.closeSync(external_node_fs_.openSync(breaker, 'wx', 0o600)), () => undefined);
    if (!made) {
        const since = external_node_fs_.statSync(breaker, { throwIfNoEntry: false })?.mtimeMs;
        if (since !== undefined && ports.clock.now() - since > FOREIGN_PATIENCE)
            external_node_fs_.rmSync(breaker, { force: true });
        return false;
    }
    try {
        const again = readLock(file);
        if (again !== undefined && isStale(again, ports))
            external_node_fs_.rmSync(file, { force: true });
        return true;
    }
    finally {
        external_node_fs_.rmSync(breaker, { force: true });
    }
}
function readLock(file) {
    try {
        const content = external_node_fs_.readFileSync(file, 'utf8');
        const since = external_node_fs_.statSync(file).mtimeMs;
        return { content, since, holder: parseHolder(content) };
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
function parseHolder(content) {
    try {
        const value = JSON.parse(content);
        return typeof value === 'object' && value !== null && 'pid' in value ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isStale({ holder, since }, { clock, processes }) {
    if (holder !== undefined && (0,liveness/* isProvablyDead */.Q)(holder, processes))
        return true;
    const mine = processes.identify();
    const answers = holder?.start !== undefined && holder.boot === mine?.boot && holder.namespace === mine?.namespace;
    // A holder that can be asked, and lives, keeps its lock.
    return !answers && clock.now() - since > FOREIGN_PATIENCE;
}
function describeHolder(file) {
    const holder = readLock(file)?.holder;
    return holder === undefined ? 'another process' : `process ${holder.pid}`;
}
//# sourceMappingURL=lock.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/files.js





/** Far above any client configuration, far below what would hurt. */
const READ_LIMIT = 8 * 1024 * 1024;
/**
 * The disk. Synchronous calls behind an asynchronous face: each is a few system calls long, and a thread pool would cost
 * more than they do.
 */
function createNodeFiles(ports) {
    return {
        inspect: async (target, options) => tellFault(() => inspectEntry(target, options?.follow ?? false)),
        apply: async (effect) => tellFault(() => applyEffect(effect)),
        lock: (target, deadline, work) => holdLock({ target, deadline, work: () => cleanBefore(target, work) }, ports),
    };
}
/** A writer that was killed could not remove its temporary file, which holds a login. Nobody writes here now. */
function cleanBefore(target, work) {
    tellFault(() => {
        const real = resolveLink(target);
        const directory = external_node_path_.dirname(real);
        const [start, end] = nameTemporary(real);
        for (const name of external_node_fs_.readdirSync(directory)) {
            if (name.startsWith(start) && name.endsWith(end))
                external_node_fs_.rmSync(external_node_path_.join(directory, name), { force: true });
        }
    });
    return work();
}
function inspectEntry(target, follow) {
    try {
        return readEntry(target, follow);
    }
    catch (error) {
        // Gone between the look at it and the reading, or said to be below what is no directory.
        const { code = '' } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return { kind: 'missing' };
        throw error;
    }
}
function readEntry(target, follow) {
    const stat = (follow ? external_node_fs_.statSync : external_node_fs_.lstatSync)(target, { throwIfNoEntry: false });
    if (stat === undefined)
        return { kind: 'missing' };
    const { uid } = stat;
    const mode = stat.mode & 0o7777;
    if (stat.isSymbolicLink())
        return { kind: 'link', target: external_node_fs_.readlinkSync(target) };
    if (stat.isDirectory())
        return { kind: 'directory', mode, uid, names: external_node_fs_.readdirSync(target).toSorted(), real: external_node_fs_.realpathSync(target) };
    if (!stat.isFile() || stat.size > READ_LIMIT)
        return { kind: 'other' };
    return { kind: 'file', mode, uid, text: external_node_fs_.readFileSync(target, 'utf8') };
}
function applyEffect(effect) {
    switch (effect.do) {
        case 'make-private':
            external_node_fs_.mkdirSync(effect.path, { mode: 0o700 });
            return;
        case 'make-directory':
            external_node_fs_.mkdirSync(effect.path, { recursive: true, mode: 0o700 });
            return;
        case 'write':
            writeNew(effect.path, effect.text);
            return;
        case 'replace':
            replaceDurably(effect.path, effect.text);
            return;
        case 'append':
            appendDurably(effect.path, effect.text);
            return;
        case 'link':
            // A junction needs no privilege on Windows; elsewhere the kind is ignored.
            external_node_fs_.symlinkSync(effect.target, effect.path, 'junction');
            return;
        case 'remove':
            external_node_fs_.rmSync(effect.path, { recursive: true, force: true, maxRetries: 3 });
            return;
    }
}
/** For a directory that is ours alone: whole or not at all, without the price of fsync. */
function writeNew(target, text) {
    const temporary = `${target}.${external_node_process_.pid}.new`;
    external_node_fs_.writeFileSync(temporary, text, { mode: 0o600 });
    external_node_fs_.renameSync(temporary, target);
}
function replaceDurably(target, text) {
    const real = resolveLink(target);
    const old = external_node_fs_.statSync(real, { throwIfNoEntry: false });
    const temporary = external_node_path_.join(external_node_path_.dirname(real), nameTemporary(real).join(String(external_node_process_.pid)));
    external_node_fs_.rmSync(temporary, { force: true });
    // wx: nothing that was planted under this name is followed.
    const file = external_node_fs_.openSync(temporary, 'wx', 0o600);
    try {
        try {
            external_node_fs_.writeFileSync(file, text);
            if (old !== undefined)
                keepOwner(file, old);
            external_node_fs_.fsyncSync(file);
        }
        finally {
            external_node_fs_.closeSync(file);
        }
        external_node_fs_.renameSync(temporary, real);
    }
    catch (error) {
        external_node_fs_.rmSync(temporary, { force: true });
        throw error;
    }
    syncDirectory(external_node_path_.dirname(real));
}
function appendDurably(target, text) {
    const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_WRONLY } = external_node_fs_.constants;
    const isNew = !external_node_fs_.existsSync(target);
    const file = external_node_fs_.openSync(target, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
    try {
        external_node_fs_.writeFileSync(file, text);
        external_node_fs_.fsyncSync(file);
    }
    finally {
        external_node_fs_.closeSync(file);
    }
    if (isNew)
        syncDirectory(external_node_path_.dirname(target));
}
/** What a temporary file's name begins and ends with, around the id of its process. */
function nameTemporary(real) {
    return [`.${external_node_path_.basename(real)}.`, '.dcr-new'];
}
function keepOwner(file, old) {
    if (external_node_process_.platform === 'win32')
        return;
    const present = external_node_fs_.fstatSync(file);
    // Owner first: chown clears the set-id bits of a mode.
    if (present.uid !== old.uid || present.gid !== old.gid)
        external_node_fs_.fchownSync(file, old.uid, old.gid);
    external_node_fs_.fchmodSync(file, old.mode & 0o7777);
}
/** The file that a link stands for, also when it does not exist yet. */
function resolveLink(target) {
    let real = target;
    for (let hops = 0; hops < 40; hops += 1) {
        const stat = external_node_fs_.lstatSync(real, { throwIfNoEntry: false });
        if (!stat?.isSymbolicLink())
            return real;
        real = external_node_path_.resolve(external_node_path_.dirname(real), external_node_fs_.readlinkSync(real));
    }
    throw Object.assign(new Error(`ELOOP: too many symbolic links, '${target}'`), { code: 'ELOOP' });
}
/** A rename is only as durable as its directory. Windows and some network file systems cannot sync one. */
function syncDirectory(directory) {
    if (external_node_process_.platform === 'win32')
        return;
    const handle = external_node_fs_.openSync(directory, 'r');
    try {
        external_node_fs_.fsyncSync(handle);
    }
    catch {
        // The content itself is on disk; what is lost by a power cut here is the new name, and the old file is whole.
    }
    finally {
        external_node_fs_.closeSync(handle);
    }
}
//# sourceMappingURL=files.js.map
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = require("node:child_process");
;// CONCATENATED MODULE: ./packages/core/lib/node/executable.js



/** The executable that a shell would run for this name. What lies in the working directory is never taken. */
function findExecutable(name, { platform, env }, isExecutable = canRun) {
    const windows = platform === 'win32';
    const { isAbsolute, join } = windows ? external_node_path_.win32 : external_node_path_.posix;
    const places = windows ? splitWindowsPath(env['PATH'] ?? '') : (env['PATH'] ?? '').split(':');
    for (const place of places.filter((given) => isAbsolute(given))) {
        const file = listEndings(name, { platform, env })
            .map((ending) => join(place, name + ending))
            .find((candidate) => isExecutable(candidate));
        if (file !== undefined)
            return file;
    }
    return undefined;
}
/** A place that holds the delimiter stands in quotes. */
function splitWindowsPath(text) {
    return (text.match(/(?:"[^"]*"?|[^;"])+/gu) ?? []).map((place) => place.replaceAll('"', ''));
}
/**
 * How a program is called. Node runs .cmd and .bat only by way of cmd.exe, which takes its command line apart anew:
 * https://nodejs.org/api/child_process.html#spawning-bat-and-cmd-files-on-windows
 * Throws `DCR_INPUT_INVALID` for an argument that cmd.exe would not pass on as it is, such as `ci&calc`.
 */
function planCall({ file, args }, platform) {
    if (platform !== 'win32' || !/\.(?:cmd|bat)$/iu.test(file))
        return { file, shell: false };
    if (args.every((argument) => /^[\w$@.:/\\+~-]+$/u.test(argument)))
        return { file: `"${file}"`, shell: true };
    throw new errors/* DcrError */.ol('DCR_INPUT_INVALID', {
        message: `${file} is a batch file, which cannot be given a user name with blanks or special characters`,
        remedy: 'Put the real docker.exe before it on PATH, or use --engine file.',
    });
}
/** On Windows `docker` may be docker.exe or a shim such as docker.cmd: PATHEXT says what counts, in this order. */
function listEndings(name, { platform, env }) {
    if (platform !== 'win32')
        return [''];
    const endings = (env['PATHEXT'] || '.COM;.EXE;.BAT;.CMD').toLowerCase().split(';').filter(Boolean);
    return endings.some((ending) => name.toLowerCase().endsWith(ending)) ? [''] : endings;
}
function canRun(file) {
    try {
        // Most places on PATH hold no such file: to make an exception of each takes a millisecond before docker is started.
        if (external_node_fs_.statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
            return false;
        external_node_fs_.accessSync(file, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=executable.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/machine-id.js

/** https://github.com/torvalds/linux/blob/master/include/linux/proc_ns.h, PROC_PID_INIT_INO and PROC_CGROUP_INIT_INO */
const FIRST = { pid: 'pid:[4026531836]', cgroup: 'cgroup:[4026531835]' };
/**
 * In a container the id is that of an image, and the same on every machine that runs it. One that shares the pids of its
 * machine (`--pid=host`, `hostPID`) is told by its mark, and one of containerd, which leaves none, by its cgroups.
 */
function isMachineItself({ pid, cgroup, marked }) {
    return !marked && pid === FIRST.pid && (cgroup === undefined || cgroup === FIRST.cgroup);
}
/** The id of this machine; undefined in a container, and where the system does not tell it. */
function readMachineId() {
    const marked = ['/.dockerenv', '/run/.containerenv'].some((mark) => external_node_fs_.existsSync(mark));
    const [pid, cgroup] = ['pid', 'cgroup'].map((kind) => attempt(() => external_node_fs_.readlinkSync(`/proc/self/ns/${kind}`)));
    if (!isMachineItself({ pid, cgroup, marked }))
        return undefined;
    return attempt(() => external_node_fs_.readFileSync('/etc/machine-id', 'utf8').trim()) || undefined;
}
function attempt(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=machine-id.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/processes.js





const OUTPUT_LIMIT = 64 * 1024;
/** Between asking a child to end and ending it. Milliseconds. */
const GRACE = 1000;
const nodeProcesses = {
    find: (name) => findExecutable(name, external_node_process_),
    start: startProcess,
    identify: identifyProcess,
};
function startProcess({ file, args, env, signal }) {
    const call = planCall({ file, args }, external_node_process_.platform);
    let child;
    try {
        child = (0,external_node_child_process_namespaceObject.spawn)(call.file, args, { env: { ...env }, shell: call.shell, stdio: 'pipe', windowsHide: true });
    }
    catch (error) {
        // Node tells of some faults at once, such as ETXTBSY and E2BIG, and of others by an event.
        const { message } = error;
        return {
            finish: async () => ({ status: null, signal: null, stdout: '', stderr: message }),
            kill: async () => undefined,
        };
    }
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
        child[name].setEncoding('utf8').on('data', (text) => {
            output[name] = (output[name] + text).slice(0, OUTPUT_LIMIT);
        });
    }
    // A child that ends without reading breaks the pipe; its exit status says more than EPIPE does.
    child.stdin.on('error', () => undefined);
    const ended = new Promise((resolve) => {
        child.on('error', (error) => resolve({ status: null, signal: null, stdout: '', stderr: error.message }));
        child.on('close', (status, killed) => resolve({ status, signal: killed, ...output }));
    });
    // A child of the child may hold the pipes open: of one that is stopped, only its own end is waited for.
    const letGo = () => {
        const close = () => {
            for (const stream of child.stdio)
                stream?.destroy();
        };
        if (child.exitCode !== null || child.signalCode !== null)
            close();
        else
            child.once('exit', close);
    };
    const stop = () => {
        letGo();
        child.kill('SIGTERM');
        const hard = setTimeout(() => child.kill('SIGKILL'), GRACE);
        void ended.then(() => clearTimeout(hard));
    };
    if (signal?.aborted === true)
        stop();
    signal?.addEventListener('abort', stop, { once: true });
    void ended.then(() => signal?.removeEventListener('abort', stop));
    return {
        finish: (stdin) => {
            child.stdin.end(stdin);
            return ended;
        },
        kill: async () => {
            letGo();
            child.kill('SIGKILL');
            await ended;
        },
    };
}
/** Linux tells boot, namespace and start time; elsewhere only whether the process lives can be told without a child. */
function identifyProcess(pid = external_node_process_.pid) {
    if (external_node_process_.platform !== 'linux')
        return isAlive(pid) ? { pid } : undefined;
    try {
        // Field 22, start time in clock ticks since boot; the second field is a name in brackets that may hold anything.
        const stat = external_node_fs_.readFileSync(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        // A zombie has ended; it only waits for its parent to notice.
        if (fields[0] === 'Z' || fields[0] === 'X')
            return undefined;
        const boot = external_node_fs_.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
        const namespace = external_node_fs_.readlinkSync('/proc/self/ns/pid');
        const machine = readMachineId();
        const told = machine === undefined ? {} : { machine };
        return { pid, ...told, boot, namespace, start: fields[19] ?? '' };
    }
    catch {
        return undefined;
    }
}
function isAlive(pid) {
    try {
        external_node_process_.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
//# sourceMappingURL=processes.js.map
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(30);
// EXTERNAL MODULE: ./packages/core/lib/node/bounds.js
var node_bounds = __nccwpck_require__(709);
;// CONCATENATED MODULE: ./packages/core/lib/node/tls-sniff.js


/** A server that takes this long to answer a greeting is asked in full, with the time that a request has. Milliseconds. */
const PATIENCE = 1000;
/** Of the records that a TLS server can begin with: alert and handshake. https://www.rfc-editor.org/rfc/rfc8446#section-5.1 */
const RECORD_TYPES = [0x15, 0x16];
/**
 * Whether a port of this machine speaks TLS: it is greeted with a ClientHello of our own. What answers in any other way, or
 * hangs up without a word, does not; who cannot be reached or stays silent is taken for one that does, and asked in full.
 *
 * This is one round trip without node:tls and node:https, which take 15 ms to load and to fail: `action login, verify auth`
 * of `npm run bench` went from 1.7 to 1.3 × (bare node + bare docker login).
 */
function speaksTls(origin, bounds) {
    const host = origin.hostname.replace(/^\[|\]$/gu, '');
    const port = Number(origin.port || (origin.protocol === 'https:' ? 443 : 80));
    return new Promise((resolve) => {
        let connected = false;
        const socket = external_node_net_.connect({ host, port });
        const end = (answer) => {
            socket.destroy();
            resolve(answer);
        };
        const timeout = Math.min(PATIENCE, bounds.timeout / 2);
        const letGo = (0,node_bounds/* bindBounds */.B)({ ...bounds, timeout }, () => end(true));
        socket.once('close', letGo);
        socket.once('connect', () => {
            connected = true;
            socket.write(composeHello());
            bounds.meanwhile?.();
        });
        socket.once('data', (bytes) => end(RECORD_TYPES.includes(bytes[0] ?? 0)));
        socket.once('end', () => end(false));
        socket.once('error', () => end(!connected));
    });
}
/**
 * The smallest ClientHello of TLS 1.2. Its random part begins with an empty line, so that a server of lines answers at once
 * instead of waiting for the rest of one.
 */
function composeHello() {
    const random = Buffer.alloc(32, '\r\n\r\n');
    const suites = Buffer.from([0xc0, 0x2f, 0xc0, 0x2b, 0x00, 0x2f]);
    const body = Buffer.concat([
        Buffer.from([3, 3]),
        random,
        Buffer.from([0, 0, suites.length]),
        suites,
        Buffer.from([1, 0]),
    ]);
    const handshake = Buffer.concat([Buffer.from([1, 0, 0, body.length]), body]);
    return Buffer.concat([Buffer.from([0x16, 3, 1, 0, handshake.length]), handshake]);
}
//# sourceMappingURL=tls-sniff.js.map
;// CONCATENATED MODULE: ./packages/core/lib/node/login-ports.js






/** The real world of a program that logs in and out and no more: nothing of Kubernetes is bundled into it. */
function createLoginPorts() {
    const environment = readEnvironment();
    return {
        clock: nodeClock,
        clusters: {
            isInside: () => false,
            open: () => Promise.reject(new errors/* DcrError */.ol('DCR_INTERNAL', { message: 'this program asks no cluster' })),
        },
        environment,
        files: createNodeFiles({ clock: nodeClock, processes: nodeProcesses }),
        http: createLazyHttp(environment),
        processes: nodeProcesses,
    };
}
/** Node's https takes about 15 ms to load: docker is started before, and a logout never needs it. */
function createLazyHttp(environment) {
    let client;
    const load = () => (client ??= __nccwpck_require__.e(/* import() */ 652).then(__nccwpck_require__.bind(__nccwpck_require__, 652)).then(({ createSystemHttp }) => createSystemHttp(environment)));
    return {
        request: async (request) => (await load()).request(request),
        // Whatever the answer is, a request comes next: its client is loaded while the port thinks about the greeting.
        speaksTls: (origin, bounds) => speaksTls(origin, { ...bounds, meanwhile: () => void load() }),
        inspect: async (origin, bounds) => (await load()).inspect(origin, bounds),
    };
}
//# sourceMappingURL=login-ports.js.map

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/async module */
/******/ 	(() => {
/******/ 		var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 		var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 		var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 		var resolveQueue = (queue) => {
/******/ 			if(queue && queue.d < 1) {
/******/ 				queue.d = 1;
/******/ 				queue.forEach((fn) => (fn.r--));
/******/ 				queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 			}
/******/ 		}
/******/ 		var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 			if(dep !== null && typeof dep === "object") {
/******/ 				if(dep[webpackQueues]) return dep;
/******/ 				if(dep.then) {
/******/ 					var queue = [];
/******/ 					queue.d = 0;
/******/ 					dep.then((r) => {
/******/ 						obj[webpackExports] = r;
/******/ 						resolveQueue(queue);
/******/ 					}, (e) => {
/******/ 						obj[webpackError] = e;
/******/ 						resolveQueue(queue);
/******/ 					});
/******/ 					var obj = {};
/******/ 					obj[webpackQueues] = (fn) => (fn(queue));
/******/ 					return obj;
/******/ 				}
/******/ 			}
/******/ 			var ret = {};
/******/ 			ret[webpackQueues] = x => {};
/******/ 			ret[webpackExports] = dep;
/******/ 			return ret;
/******/ 		}));
/******/ 		__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 			var queue;
/******/ 			hasAwait && ((queue = []).d = -1);
/******/ 			var depQueues = new Set();
/******/ 			var exports = module.exports;
/******/ 			var currentDeps;
/******/ 			var outerResolve;
/******/ 			var reject;
/******/ 			var promise = new Promise((resolve, rej) => {
/******/ 				reject = rej;
/******/ 				outerResolve = resolve;
/******/ 			});
/******/ 			promise[webpackExports] = exports;
/******/ 			promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 			module.exports = promise;
/******/ 			body((deps) => {
/******/ 				currentDeps = wrapDeps(deps);
/******/ 				var fn;
/******/ 				var getResult = () => (currentDeps.map((d) => {
/******/ 					if(d[webpackError]) throw d[webpackError];
/******/ 					return d[webpackExports];
/******/ 				}))
/******/ 				var promise = new Promise((resolve) => {
/******/ 					fn = () => (resolve(getResult));
/******/ 					fn.r = 0;
/******/ 					var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 					currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 				});
/******/ 				return fn.r ? promise : getResult();
/******/ 			}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 			queue && queue.d < 0 && (queue.d = 0);
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module used 'module' so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(493);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;